/** What a file holds instead of what belongs there, in kinds that a person can act on. */
export type Mistaken =
  /** The place of the file, or its name: `--from-literal` where `--from-file` was meant. */
  | 'path'
  /** Certificates or keys in text form. */
  | 'pem'
  /** A Docker config. */
  | 'docker-config'
  /** A list of Kubernetes in YAML or JSON: a Secret or a ConfigMap around the file. */
  | 'manifest'
  | 'java-keystore'
  | 'archive';

/** The only text of the file is a path, or a name with an ending of such files. */
const PATH =
  /^\s*(?:(?:file:\/\/)?(?:~|\.{1,2}|[A-Za-z]:)?[/\\][^\s"'{}<>]{1,400}|[^\s"'{}<>/\\]{1,200}(?:[/\\][^\s"'{}<>]{1,400})?\.(?:json|dockerconfigjson|crt|cer|cert|pem|der|p7b|p12|pfx|jks|txt))\s*$/;

const DOCKER_CONFIG = /^\s*\{[^]*"auths"\s*:/;
const MANIFEST_YAML = /^[ \t]*(?:kind[ \t]*:[ \t]*["']?(?:Secret|ConfigMap|List)\b|apiVersion[ \t]*:)/m;
const MANIFEST_JSON = /^\s*\{[^]*"(?:kind"\s*:\s*"(?:Secret|ConfigMap|List)"|apiVersion"\s*:)/;

/** How much of the text is looked at, in characters: what a file is stands at its start. */
const LOOKED_AT = 64 * 1024;

/** First bytes of files that pass for a certificate or a config in a folder full of downloads. */
const SIGNATURES: readonly [Mistaken, string][] = [
  ['java-keystore', 'feedfeed'],
  ['java-keystore', 'cececece'],
  ['archive', '504b0304'],
  ['archive', '1f8b08'],
  ['archive', '377abcaf271c'],
  ['archive', '526172211a07']
];

/**
 * Looks at a file that is not what it should be. Nothing of the text leaves.
 *
 * @param bytes - the file
 * @param text - the same, one character each or decoded
 * @returns null when it is none of the usual mix-ups
 */
export function mistakenFor(bytes: Uint8Array, text: string): Mistaken | null {
  const magic = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  const signature = SIGNATURES.find(([, hex]) => magic.startsWith(hex));
  if (signature !== undefined) {
    return signature[0];
  }
  const start = text.slice(0, LOOKED_AT);
  if (/^-----BEGIN [A-Z0-9 ]+-----/m.test(start)) {
    return 'pem';
  }
  if (DOCKER_CONFIG.test(start)) {
    return 'docker-config';
  }
  if (MANIFEST_YAML.test(start) || MANIFEST_JSON.test(start)) {
    return 'manifest';
  }
  return PATH.test(text) ? 'path' : null;
}
