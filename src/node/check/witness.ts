import { hostArg, objectArg, type ObjectArg } from '../../common/args.ts';
import { draft, type Phrase } from '../../common/finding.ts';
import type { FactMap } from '../facts.ts';
import { compare, whatIsSaid } from '../witness/compare.ts';
import type { Greeted, Interpreter, WitnessFacts, WitnessOutcome } from '../witness/facts.ts';
import { cannotTell, fail } from './outcome.ts';
import { check, pass, type CheckInput } from './types.ts';

/** Outcomes as a person would say them, after "Python says:". */
const SAID: Readonly<Record<WitnessOutcome, string>> = {
  ok: 'fine',
  'issuer-unknown': 'the issuer is not known',
  'self-signed': 'signed by itself and not known',
  'root-not-mounted': 'the CA at its end is not known',
  'no-root': 'the CA above the known one is missing',
  rejected: 'the CA file forbids it',
  signature: 'a signature is wrong',
  'not-a-ca': 'its issuer is no CA',
  expired: 'a certificate has expired',
  'not-yet-valid': 'a certificate is not valid yet',
  'path-length': 'more CAs in a row than allowed',
  purpose: 'not meant for servers',
  'critical-extension': 'an unknown demand',
  constraints: 'the CA was not allowed to sign it',
  policies: 'its policies do not fit',
  'weak-key': 'a key is too weak',
  'weak-signature': 'a signature is too weak',
  strict: 'a rule for CAs is broken (strict checking)',
  unreadable: 'a certificate cannot be read',
  'wrong-name': 'made out for another name',
  'refused-otherwise': 'refused for a rare reason',
  'ca-file': 'the CA file cannot be loaded',
  refused: 'the connection was refused',
  unreachable: 'there is no way to it',
  'name-not-found': 'the name is not known',
  proxy: 'the proxy refused',
  cut: 'the connection was cut',
  'not-tls': 'the answer was not encrypted',
  'tls-version': 'no common version of TLS',
  handshake: 'the encrypted greeting failed',
  'client-certificate': 'a certificate of the client is wanted',
  timeout: 'no answer in time',
  failed: 'a fault that is not known'
};

/** Why nobody confirms. */
const ABSENT: Readonly<Record<NonNullable<WitnessFacts['absent']>, string>> = {
  'no-interpreter': 'not confirmed: no Python was asked',
  'not-started': 'not confirmed: Python could not be started',
  ended: 'not confirmed: Python ended without an answer',
  timeout: 'not confirmed: Python did not answer in time',
  'too-much': 'not confirmed: Python gave no known answer',
  unreadable: 'not confirmed: Python gave no known answer',
  unfit: 'not confirmed: Python lacks urllib3 or requests',
  'other-time': 'not confirmed: Python knows only the time of now'
};

/** `Python 3.11`, with its kernel where it has one. */
function pythonName({ python, name }: Interpreter): ObjectArg {
  const version = python.split('.').slice(0, 2).join('.');
  return objectArg(name === '' ? `Python ${version}` : `Python ${version} (${name})`);
}

/** Both sides, and the versions that they come from. */
function sides(
  trust: FactMap['trust'],
  interpreter: Interpreter,
  greeted: Greeted
): { label: string; value: ObjectArg }[] {
  const flags = [
    ...(greeted.strict === true ? ['strict checking'] : []),
    ...(greeted.partialChain === true ? ['partial chains'] : [])
  ];
  const verdict = { ok: 'accepted', fails: 'refused', unknown: 'cannot tell' }[trust.consumers.sdk];
  const code = greeted.verifyCode === 0 ? '' : ` (OpenSSL code ${greeted.verifyCode})`;
  return [
    { label: 'By our rules', value: objectArg(verdict) },
    { label: 'By Python', value: objectArg(`${SAID[greeted.outcome]}${code}`) },
    { label: 'Python', value: objectArg(interpreter.python) },
    { label: 'OpenSSL', value: objectArg(interpreter.openssl) },
    { label: 'urllib3', value: objectArg(interpreter.urllib3 ?? 'not installed') },
    { label: 'requests', value: objectArg(interpreter.requests ?? 'not installed') },
    { label: 'python-dxf', value: objectArg(interpreter.dxf ?? 'not installed') },
    ...(flags.length === 0 ? [] : [{ label: 'Flags', value: objectArg(flags.join(', ')) }])
  ];
}

function confirmed(greeted: Greeted, python: ObjectArg): Phrase {
  return greeted.outcome === 'ok'
    ? { text: 'confirmed by {python}', args: { python } }
    : { text: 'confirmed by {python}: {said}', args: { python, said: objectArg(SAID[greeted.outcome]) } };
}

function notConfirmed({ absent, testimonies }: WitnessFacts) {
  const [first] = testimonies;
  const reason = absent ?? first?.fault ?? (first?.greeted?.outcome === 'timeout' ? 'timeout' : null);
  return cannotTell(reason === null ? 'not confirmed: Python did not get through' : ABSENT[reason]);
}

/** What the kernels of this server say when they do not say the same. */
function kernelsDiffer(subject: string, { testimonies }: WitnessFacts) {
  const those = (wanted: 'ok' | 'fails'): ObjectArg[] =>
    testimonies.flatMap(({ interpreter, greeted }) =>
      greeted !== null && whatIsSaid(greeted.outcome) === wanted ? [pythonName(interpreter)] : []
    );
  const works = those('ok');
  const breaks = those('fails');
  return works.length > 0 && breaks.length > 0
    ? [draft('KR-TLS-027', subject, { host: hostArg(subject), works, breaks })]
    : [];
}

function judgeWitness(input: CheckInput<'witness' | 'trust', 'tls'>) {
  const { subject, facts } = input;
  const { trust, witness } = facts;
  const { kind, sdk, testimony } = compare(trust, witness, input.facts.tls);
  const greeted = testimony?.greeted ?? null;
  if (kind === 'none' || testimony === null || greeted === null) {
    return notConfirmed(witness);
  }
  const python = pythonName(testimony.interpreter);
  const differ = kernelsDiffer(subject, witness);
  if (kind === 'confirmed' || (kind === 'decides' && sdk === 'ok')) {
    return { findings: differ, summary: confirmed(greeted, python) };
  }
  const args = { host: hostArg(subject), python, said: objectArg(SAID[greeted.outcome]) };
  const options = { consumers: { sdk }, evidence: sides(trust, testimony.interpreter, greeted) };
  const shown = trust.certificates[0]?.sha256;
  if (kind === 'decides') {
    return fail(draft('KR-TLS-026', subject, args, { ...options, variant: 'decides' }), ...differ);
  }
  if (whatIsSaid(greeted.outcome) === 'unreached') {
    return fail(draft('KR-TLS-026', subject, args, { ...options, variant: 'no-connection' }), ...differ);
  }
  if (sdk === 'fails') {
    return fail(draft('KR-TLS-026', subject, args, options), ...differ);
  }
  const variant = greeted.leaf !== null && greeted.leaf !== shown ? 'other-certificate' : 'accepts';
  return fail(draft('KR-TLS-026', subject, args, { ...options, variant }), ...differ);
}

function judgePackage({ facts: { sdk }, subject }: CheckInput<'sdk'>) {
  if (sdk.interpreter === null || sdk.absent !== null) {
    return cannotTell('cannot tell: no Python answered');
  }
  const python = pythonName(sdk.interpreter);
  if (!sdk.found) {
    return { findings: [draft('KR-SDK-005', subject, { python })], unknown: true };
  }
  return sdk.version === null || sdk.version === ''
    ? pass('in {python}', { python })
    : pass('{version} in {python}', { version: objectArg(sdk.version), python });
}

/** What the notebook's own Python says. */
export const witnessChecks = [
  check({
    id: 'tls.witness',
    judges: 'witness',
    needs: ['witness', 'trust'],
    mayUse: ['tls'],
    emits: ['KR-TLS-026', 'KR-TLS-027'],
    run: judgeWitness
  }),
  check({
    id: 'sdk.package',
    judges: 'sdk',
    needs: ['sdk'],
    emits: ['KR-SDK-005'],
    run: judgePackage
  })
];
