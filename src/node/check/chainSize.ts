import { hostArg, objectArg } from '../../common/args.ts';
import { draft } from '../../common/finding.ts';
import type { FactMap } from '../facts.ts';
import { LEAST_LIMIT } from '../registry/certificateMessage.ts';
import { sharedSize } from '../registry/terms.ts';
import { builderProfiles, PYTHON_PROFILES } from '../x509/profiles.ts';
import type { CheckInput } from './types.ts';

/** A chain that OpenSSL takes and other programs do not: usually somebody's whole list of CAs stands in it. */
export function longChain(
  { tls, trust }: Pick<FactMap, 'tls' | 'trust'>,
  input: Pick<CheckInput, 'subject' | 'builder'>
) {
  const { chainBytes, chain } = tls;
  if (chainBytes <= LEAST_LIMIT) {
    return [];
  }
  const consumers = {
    sdk: sharedSize(chainBytes, trust.judges.sdk ?? PYTHON_PROFILES),
    builder: sharedSize(chainBytes, builderProfiles(input.builder)),
    nodes: 'unknown'
  } as const;
  const evidence = [
    { label: 'Certificates sent', value: chain.length },
    { label: 'Their size', value: objectArg(`${Math.round(chainBytes / 1024)} KiB`) }
  ];
  const concerned = consumers.sdk !== 'ok' || consumers.builder !== 'ok';
  return [
    draft(
      'KR-TLS-029',
      input.subject,
      { host: hostArg(input.subject) },
      { variant: 'some-programs', consumers, evidence, ...(concerned ? {} : { severity: 'warning' }) }
    )
  ];
}
