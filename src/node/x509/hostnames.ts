import type { CertificateFacts } from './facts.ts';
import { canonicalAddress } from './generalName.ts';
import type { NameRules } from './profiles.ts';

const lower = (text: string): string => text.replace(/[A-Z]/g, letter => letter.toLowerCase());

/**
 * urllib3 1.26 `_dnsname_match`: one wildcard in the leftmost label, alone or with a part of the label, no
 * interpretation of anything else.
 */
function urllib3Matches(pattern: string, host: string): boolean {
  const [first = '', ...rest] = pattern.split('.');
  const wildcards = first.split('*').length - 1;
  if (pattern === '' || wildcards > 1) {
    return false;
  }
  if (wildcards === 0) {
    return lower(pattern) === lower(host);
  }
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const international = first.startsWith('xn--') || host.startsWith('xn--');
  const label = first === '*' ? '[^.]+' : international ? literal(first) : first.split('*').map(literal).join('[^.]*');
  return new RegExp(`^${[label, ...rest.map(literal)].join('\\.')}$`, 'i').test(host);
}

/** OpenSSL `valid_star` with NO_PARTIAL_WILDCARDS: a whole first label, at least two dots behind it, plain labels. */
function isOpenSslWildcard(pattern: string): boolean {
  return (
    pattern.startsWith('*.') &&
    /^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$/.test(pattern.slice(2))
  );
}

/** OpenSSL `X509_check_host` as Python calls it: without common names and without partial wildcards. */
function openSslMatches(pattern: string, host: string): boolean {
  if (!isOpenSslWildcard(pattern)) {
    return pattern !== '' && lower(pattern) === lower(host);
  }
  const suffix = lower(pattern.slice(1));
  const label = host.slice(0, -suffix.length);
  return lower(host).endsWith(suffix) && /^[A-Za-z0-9-]+$/.test(label);
}

/** Go `matchHostnames`: label by label, `*` for the first one. */
function goLabelsMatch(pattern: string, host: string): boolean {
  const parts = lower(pattern).split('.');
  const labels = lower(host).split('.');
  return (
    pattern !== '' &&
    host !== '' &&
    parts.length === labels.length &&
    parts.every((part, index) => (index === 0 && part === '*') || part === labels[index])
  );
}

/** Go `validHostname`; a pattern may begin with a whole-label wildcard, and since 1.23 must not be one alone. */
function isGoHostname(text: string, pattern: boolean, rules: NameRules): boolean {
  const name = pattern ? text : text.replace(/\.$/, '');
  if (name === '' || (name === '*' && rules === 'go1.23')) {
    return false;
  }
  const label = rules === 'go1.14' ? /^(?!-)[A-Za-z0-9_:-]+$/ : /^(?!-)[A-Za-z0-9_-]+$/;
  return name.split('.').every((part, index) => (pattern && index === 0 && part === '*') || label.test(part));
}

function goMatches(pattern: string, host: string, rules: NameRules): boolean {
  if (rules === 'go1.14') {
    return goLabelsMatch(pattern.replace(/\.$/, ''), host.replace(/\.$/, ''));
  }
  return isGoHostname(host, false, rules) && isGoHostname(pattern, true, rules)
    ? goLabelsMatch(pattern, host.replace(/\.$/, ''))
    : pattern !== '' && pattern !== '.' && lower(pattern) === lower(host);
}

/**
 * Whether a program takes the certificate for this host.
 *
 * @param host - name or address without brackets and port
 * @param names - the certificate's alternative names as that program reads them
 */
export function matchesHost(
  host: string,
  certificate: Pick<CertificateFacts, 'subjectName' | 'commonName'>,
  names: CertificateFacts['names'],
  rules: NameRules
): boolean {
  const address = canonicalAddress(host);
  const dns = names?.dns ?? [];
  if (rules === 'urllib3-1.26') {
    const plain = host.replace(/\.$/, '');
    if (address === null ? dns.some(name => urllib3Matches(name, plain)) : names?.ip.includes(address) === true) {
      return true;
    }
    // The subject counts only when the alternative names hold neither a name nor an address.
    return (
      dns.length + (names?.ip.length ?? 0) === 0 &&
      certificate.subjectName.commonNames.some(name => urllib3Matches(name, plain))
    );
  }
  if (address !== null) {
    return names?.ip.includes(address) === true;
  }
  if (rules === 'openssl') {
    return dns.some(name => openSslMatches(name, host.replace(/\.$/, '')));
  }
  if (rules === 'go1.14' && names === null && certificate.commonName !== null) {
    // `commonNameAsHostname`: no alternative names at all, and a common name that could be a host's.
    return (
      isGoHostname(certificate.commonName, true, rules) &&
      goLabelsMatch(certificate.commonName.replace(/\.$/, ''), host.replace(/\.$/, ''))
    );
  }
  return dns.some(name => goMatches(name, host, rules));
}
