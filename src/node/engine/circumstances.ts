import type { Circumstance } from '../../common/catalogue/types.ts';
import type { FileFacts } from '../facts.ts';
import type { TreeNode, TrustFacts } from '../x509/facts.ts';

/** The part of a registry's facts that is looked at. */
interface Registry {
  host: string;
  trust: TrustFacts | undefined;
}

/** Whose the two files are, as far as that is known. */
export function fileCircumstances(config: FileFacts | undefined, ca: FileFacts | undefined): Circumstance[] {
  const of = (file: FileFacts | undefined, kind: 'ca-file' | 'docker-config'): Circumstance[] => {
    if (file === undefined) {
      return [];
    }
    const { isProjection, isMountPoint, isReadOnly } = file.folder;
    const mounted = isProjection || isMountPoint || file.isMountPoint;
    return [
      ...(mounted ? [`${kind}-mounted` as const] : isReadOnly ? [] : [`${kind}-own` as const]),
      ...(file.origin === 'option' || file.origin === 'setting' ? [`${kind}-chosen` as const] : [])
    ];
  };
  return [...of(config, 'docker-config'), ...of(ca, 'ca-file')];
}

/** The certificate at the end of the path that begins with the registry's own; undefined when there is none. */
function topOf({ tree }: TrustFacts): TreeNode | undefined {
  let top = tree.nodes[0];
  for (let steps = 0; top !== undefined && top.signedBy !== null && steps < tree.nodes.length; steps += 1) {
    top = tree.nodes[top.signedBy];
  }
  return top;
}

/** Whether the handshake showed that the registry's CA cannot be fetched from it. */
function isCaMissing({ trust }: Registry): boolean {
  if (trust === undefined || trust.publiclyTrusted) {
    return false;
  }
  const top = topOf(trust);
  return top !== undefined && !(top.selfIssued && (top.from === 'sent' || top.from === 'sent-and-file'));
}

/**
 * What is known beside a finding.
 *
 * @param subject - the finding's; a file is shared by all registries
 * @param files - by `fileCircumstances`
 */
export function circumstancesOf(
  subject: string,
  files: readonly Circumstance[],
  registries: readonly Registry[]
): Circumstance[] {
  const concerned = registries.filter(
    ({ host, trust }) => trust !== undefined && (host === subject || subject.startsWith('/'))
  );
  return [...files, ...(concerned.length > 0 && concerned.every(isCaMissing) ? (['ca-not-sent'] as const) : [])];
}
