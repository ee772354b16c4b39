import type { Code } from '../catalogue/index.ts';

/** What the catalogue of texts knows of a code of the findings. */
export interface Reason {
  /**
   * What stands behind "because" when it is the cause of an error text: a clause without values and without a final
   * stop, so that it reads well behind every beginning.
   */
  why: string;
  /** The same where it can only be about the CA file; without it both files are told the same way. */
  ofCa?: string;
  /** The checks that raise it, by id. */
  checks: readonly string[];
}

export const REASONS = {
  'KR-FIL-001': { why: 'there is no Docker config where the SDK looks for it', checks: ['fil.config'] },
  'KR-FIL-002': { why: 'the Docker config is mounted under another name', checks: ['fil.config'] },
  'KR-FIL-003': {
    why: 'a folder stands where the Docker config should be',
    ofCa: 'a folder stands where your CA file should be',
    checks: ['fil.config', 'fil.ca']
  },
  'KR-FIL-004': {
    why: 'this notebook may not read the Docker config',
    ofCa: 'this notebook may not read your CA file',
    checks: ['fil.config', 'fil.ca']
  },
  'KR-FIL-005': { why: 'the Docker config is empty', ofCa: 'your CA file is empty', checks: ['fil.config', 'fil.ca'] },
  'KR-FIL-006': {
    why: 'the Docker config is far too large for one',
    ofCa: 'your CA file is far too large for one',
    checks: ['fil.config', 'fil.ca']
  },
  'KR-FIL-007': {
    why: 'the Docker config lies outside the home folder of this notebook',
    ofCa: 'your CA file lies outside the home folder of this notebook',
    checks: ['fil.config', 'fil.ca']
  },
  'KR-FIL-008': { why: 'there is no CA file', checks: ['fil.ca', 'ca.needed'] },
  'KR-FIL-009': { why: 'the CA file is there under another name', checks: ['fil.ca'] },
  'KR-FIL-010': {
    why: 'the Docker config is a link that points to nothing',
    ofCa: 'your CA file is a link that points to nothing',
    checks: ['fil.config', 'fil.ca', 'cfg.format']
  },
  'KR-FIL-013': {
    why: 'the folder is a mounted Secret, which a notebook can read and never change',
    checks: ['fil.config']
  },
  'KR-CFG-001': { why: 'the Docker config is not valid JSON', checks: ['cfg.format'] },
  'KR-CFG-002': { why: 'the Docker config is base64, not JSON', checks: ['cfg.format'] },
  'KR-CFG-003': { why: 'the Docker config is saved in a form that programs refuse', checks: ['cfg.format'] },
  'KR-CFG-004': { why: 'the Docker config has the layout of the old .dockercfg file', checks: ['cfg.format'] },
  'KR-CFG-005': { why: 'the Docker config holds no login at all', checks: ['cfg.login'] },
  'KR-CFG-006': { why: 'the Docker config has no login for this registry', checks: ['cfg.login'] },
  'KR-CFG-007': { why: 'the login in the Docker config is for another address', checks: ['cfg.login'] },
  'KR-CFG-008': {
    why: 'not every program understands the name of the entry in the Docker config',
    checks: ['cfg.login']
  },
  'KR-CFG-009': { why: 'the login in the Docker config is not valid base64', checks: ['cfg.entries', 'cfg.login'] },
  'KR-CFG-010': {
    why: 'the login in the Docker config has no colon between user name and password',
    checks: ['cfg.entries', 'cfg.login']
  },
  'KR-CFG-011': {
    why: 'the password in the Docker config ends with a line break',
    checks: ['cfg.entries', 'cfg.login']
  },
  'KR-CFG-012': { why: 'a login in the Docker config is broken over two lines', checks: ['cfg.format'] },
  'KR-CFG-013': {
    why: 'the login in the Docker config is still the example text',
    checks: ['cfg.entries', 'cfg.login']
  },
  'KR-CFG-014': { why: 'the login in the Docker config is incomplete', checks: ['cfg.entries', 'cfg.login'] },
  'KR-CFG-015': { why: 'the entry in the Docker config holds two different logins', checks: ['cfg.login'] },
  'KR-CFG-016': { why: 'the login is kept by a program that is not there', checks: ['cfg.login'] },
  'KR-CFG-017': { why: 'the access token in the Docker config has expired', checks: ['cfg.entries', 'cfg.login'] },
  'KR-CFG-018': { why: 'the Docker config lists the registry more than once', checks: ['cfg.format', 'cfg.login'] },
  'KR-CFG-019': {
    why: 'the name of the entry in the Docker config holds a user name or password',
    checks: ['cfg.entries', 'cfg.login']
  },
  'KR-CFG-020': {
    why: 'the entry for Docker Hub has a name that Docker does not look for',
    checks: ['cfg.entries', 'cfg.login']
  },
  'KR-CFG-021': { why: 'the login in the Docker config works for a few hours only', checks: ['cfg.login'] },
  'KR-CFG-023': { why: 'a damaged entry makes programs refuse the whole Docker config', checks: ['cfg.login'] },
  'KR-CFG-024': { why: 'the login in the Docker config is for one folder of the registry only', checks: ['cfg.login'] },
  'KR-CFG-025': { why: 'the Docker config has no content', checks: ['cfg.format'] },
  'KR-CFG-026': {
    why: 'the Docker config file holds the Kubernetes Secret instead of its content',
    checks: ['cfg.format']
  },
  'KR-CFG-027': { why: 'a field of the Docker config has a value of the wrong kind', checks: ['cfg.format'] },
  'KR-CFG-028': { why: 'a field name in the Docker config has capital letters', checks: ['cfg.format'] },
  'KR-CFG-029': {
    why: 'the login in the Docker config holds characters that programs read differently',
    checks: ['cfg.entries', 'cfg.login']
  },
  'KR-CRT-001': { why: 'your CA file holds no certificate', checks: ['crt.format'] },
  'KR-CRT-002': { why: 'the certificate in your CA file is damaged', checks: ['crt.format'] },
  'KR-CRT-003': { why: 'a private key stands in your CA file', checks: ['crt.format'] },
  'KR-CRT-004': { why: 'your CA file was encoded twice', checks: ['crt.format'] },
  'KR-CRT-005': { why: 'the line breaks of your CA file are lost', checks: ['crt.format'] },
  'KR-CRT-006': { why: "your CA file holds the registry's own certificate, not its CA", checks: ['tls.chain'] },
  'KR-CRT-007': { why: 'the certificate in your CA file may not sign others', checks: ['tls.chain'] },
  'KR-CRT-008': { why: 'the CA in your file has expired', checks: ['crt.validity'] },
  'KR-CRT-009': { why: 'the CA in your file is not valid yet', checks: ['crt.validity'] },
  'KR-CRT-011': { why: 'the root of the CA is missing in your CA file', checks: ['tls.chain'] },
  'KR-CRT-012': { why: 'the key of the CA in your file is too short', checks: ['crt.validity'] },
  'KR-CRT-014': { why: 'the CA in your file demands something that programs do not know', checks: ['crt.validity'] },
  'KR-CRT-015': { why: 'your CA file holds other things, but no certificate', checks: ['crt.format'] },
  'KR-CRT-017': { why: 'the image builder passes over the CA in your file', checks: ['crt.format'] },
  'KR-CRT-018': { why: 'the image builder does not know the kind of key of your CA', checks: ['crt.validity'] },
  'KR-CRT-019': { why: 'newer Python versions are stricter about this certificate', checks: ['tls.chain'] },
  'KR-CRT-020': { why: 'one damaged certificate spoils your whole CA file', checks: ['crt.format'] },
  'KR-CRT-021': { why: 'your CA file itself forbids this CA for registries', checks: ['crt.format'] },
  'KR-NET-002': { why: 'the address of the registry is not written as one', checks: ['net.address'] },
  'KR-NET-003': { why: 'the name of the registry is not known', checks: ['net.name'] },
  'KR-NET-004': { why: 'the name service does not answer', checks: ['net.name'] },
  'KR-NET-005': { why: 'the address leads to no other machine', checks: ['net.name'] },
  'KR-NET-006': { why: 'nothing listens at that address and port', checks: ['net.port'] },
  'KR-NET-007': { why: 'the registry does not answer', checks: ['net.port', 'net.answer', 'reg.api'] },
  'KR-NET-008': { why: 'there is no way to the registry from there', checks: ['net.port'] },
  'KR-NET-009': { why: 'the connection is cut on the way', checks: ['net.port', 'net.answer', 'reg.api'] },
  'KR-NET-010': { why: 'a proxy is set, and the registry is not excluded from it', checks: ['net.proxy'] },
  'KR-NET-011': { why: 'the proxy does not let it through to the registry', checks: ['net.proxy', 'net.port'] },
  'KR-NET-012': { why: 'the registry does not answer on all of its addresses', checks: ['net.port'] },
  'KR-NET-013': { why: 'the service mesh answers instead of the registry', checks: ['net.answer', 'reg.api'] },
  'KR-NET-015': {
    why: 'a network policy of the namespace keeps the image builder from the registry',
    checks: ['net.policies']
  },
  'KR-NET-016': { why: 'SDK and builder choose different ways to the registry', checks: ['net.proxy'] },
  'KR-NET-017': { why: 'another kind of program answers there', checks: ['net.answer', 'reg.api'] },
  'KR-NET-019': {
    why: 'the registry is called by one word, which programs take for a folder of Docker Hub',
    checks: ['net.address']
  },
  'KR-TLS-001': { why: 'the registry speaks plain HTTP on that port', checks: ['net.answer'] },
  'KR-TLS-002': { why: 'nothing here trusts the registry', checks: ['tls.chain'] },
  'KR-TLS-003': { why: 'your CA file holds another CA', checks: ['tls.chain'] },
  'KR-TLS-004': {
    why: 'your CA file holds a CA of the same name with another key, as after a renewal',
    checks: ['tls.chain']
  },
  'KR-TLS-005': { why: 'the registry does not send its intermediate CA', checks: ['tls.chain'] },
  'KR-TLS-006': { why: 'the certificate is for another name', checks: ['tls.name'] },
  'KR-TLS-007': {
    why: 'the registry is called by an address, and the certificate does not list it',
    checks: ['tls.name']
  },
  'KR-TLS-008': { why: 'the certificate names the registry only in the old place', checks: ['tls.name'] },
  'KR-TLS-009': { why: 'the clocks here and at the registry differ', checks: ['tls.dates'] },
  'KR-TLS-010': { why: "the registry's certificate has expired", checks: ['tls.dates'] },
  'KR-TLS-011': { why: "a CA in the registry's chain has expired", checks: ['tls.dates'] },
  'KR-TLS-012': { why: "the registry's certificate is not valid yet", checks: ['tls.dates'] },
  'KR-TLS-014': { why: 'the registry signs for itself, and your CA file does not know it', checks: ['tls.chain'] },
  'KR-TLS-015': { why: 'the registry and this program share no TLS version', checks: ['net.answer'] },
  'KR-TLS-016': { why: 'the registry wants a client certificate', checks: ['net.answer', 'reg.api'] },
  'KR-TLS-017': { why: 'a security product opens the connection and signs with its own CA', checks: ['tls.chain'] },
  'KR-TLS-021': {
    why: 'the certificate writes the name of its CA differently than the CA itself',
    checks: ['tls.chain']
  },
  'KR-TLS-022': { why: 'some programs cannot read the certificate of the registry', checks: ['tls.chain'] },
  'KR-TLS-023': { why: 'a signature or key of the registry is too weak for this program', checks: ['tls.chain'] },
  'KR-TLS-024': { why: 'the CA was not allowed to sign this certificate', checks: ['tls.chain'] },
  'KR-TLS-025': { why: 'the certificate demands something that programs do not know', checks: ['tls.chain'] },
  'KR-TLS-026': {
    why: 'the Python of this notebook judges the certificate differently than our rules',
    checks: ['tls.witness']
  },
  'KR-TLS-028': { why: 'the server at that address does not know the name of the registry', checks: ['net.answer'] },
  'KR-TLS-029': { why: 'the registry sends too many certificates', checks: ['net.answer', 'tls.chain'] },
  'KR-TLS-030': { why: 'a variable names a list of CAs that does not exist', checks: ['tls.bundle'] },
  'KR-REG-001': { why: 'what answers there is not a Docker registry', checks: ['reg.api'] },
  'KR-REG-002': { why: 'a web page answers instead of a Docker registry', checks: ['reg.api', 'reg.pull'] },
  'KR-REG-003': { why: 'the registry has a fault', checks: ['reg.api', 'reg.login', 'reg.pull', 'reg.push'] },
  'KR-REG-004': {
    why: 'the registry has had too many requests',
    checks: ['reg.api', 'reg.login', 'reg.pull', 'reg.push']
  },
  'KR-REG-005': {
    why: 'the registry sends programs on to another server',
    checks: ['reg.api', 'reg.pull', 'reg.push']
  },
  'KR-REG-006': { why: 'the registry wants a login but does not say how', checks: ['reg.service'] },
  'KR-REG-007': { why: "the registry's login service cannot be reached", checks: ['reg.service'] },
  'KR-REG-008': { why: "the registry's login service is not trusted", checks: ['reg.service'] },
  'KR-REG-009': { why: 'the registry sends logins to a suspicious address', checks: ['reg.service'] },
  'KR-REG-010': { why: 'the registry refuses this login', checks: ['reg.login', 'reg.pull', 'reg.push'] },
  'KR-REG-011': { why: 'there is no login for the registry', checks: ['reg.login', 'reg.pull'] },
  'KR-REG-012': { why: 'the registry forbids access, although the login is right', checks: ['reg.api', 'reg.login'] },
  'KR-REG-013': { why: 'the repository is not there yet', checks: ['reg.pull', 'reg.push'] },
  'KR-REG-014': { why: 'the image is not there', checks: ['reg.pull'] },
  'KR-REG-015': { why: 'the login may not pull from this repository', checks: ['reg.pull'] },
  'KR-REG-016': { why: 'the login may not push to this repository', checks: ['reg.push'] },
  'KR-REG-018': { why: 'the registry is read-only or full', checks: ['reg.push'] },
  'KR-REG-019': { why: 'the tag exists and must not change', checks: ['reg.pull', 'reg.push'] },
  'KR-REG-020': { why: 'the image name breaks the rules', checks: ['reg.images', 'reg.pull', 'reg.push'] },
  'KR-REG-021': { why: 'there is no login for the registry of this image', checks: ['reg.images'] },
  'KR-REG-022': { why: "the registry's tokens end too early", checks: ['reg.login'] },
  'KR-REG-023': { why: 'the registry speaks only the old language of registries', checks: ['reg.api'] },
  'KR-REG-024': { why: "the SDK cannot read the registry's login request", checks: ['reg.service'] },
  'KR-REG-025': {
    why: 'the login service answers, but not with a token',
    checks: ['reg.login', 'reg.pull', 'reg.push']
  },
  'KR-REG-027': { why: 'the registry does not say the digest of its images', checks: ['reg.pull'] },
  'KR-REG-028': {
    why: 'the registry offers two kinds of login, and the first one does not work',
    checks: ['reg.login']
  },
  'KR-REG-029': { why: 'the registry calls the first question a bad request', checks: ['reg.api'] },
  'KR-SDK-005': { why: 'the Kaptain SDK is not installed in this Python', checks: ['sdk.package'] }
} as const satisfies Partial<Record<Code, Reason>>;

export type ReasonCode = keyof typeof REASONS;

/** Checks of the Docker config and of the CA file: a code that both can raise is meant of the file that the text is about. */
const OF_CONFIG: readonly string[] = ['fil.config', 'cfg.format'];
const OF_CA: readonly string[] = ['fil.ca'];

/**
 * What is known of a code where it can be about either file; of another code, all that is known.
 *
 * @param ofCa - about the CA file
 */
export function reasonOf(code: ReasonCode, ofCa: boolean): Pick<Reason, 'why' | 'checks'> {
  const { why, checks, ofCa: whyOfCa }: Reason = REASONS[code];
  if (whyOfCa === undefined) {
    return { why, checks };
  }
  const own = ofCa ? OF_CA : OF_CONFIG;
  return { why: ofCa ? whyOfCa : why, checks: checks.filter(id => own.includes(id)) };
}

/** Whether a code has a clause. */
export function hasReason(code: Code): code is ReasonCode {
  return Object.hasOwn(REASONS, code);
}
