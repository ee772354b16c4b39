/**
 * What the demo's set-up consists of, and the faults that `npm start -- --broken` can build into it. A fault is one entry:
 * what a person would say went wrong, and how the healthy parts change.
 */
import { createAuthority, createServer, inDays, renewed } from './certificates.mjs';
import { LOGIN } from './registry.mjs';

/**
 * @typedef {object} Parts
 * @property {import('./certificates.mjs').Issued} authority the registry's CA
 * @property {{ cert: string, key: string } | null} tls what the registry presents; null: plain HTTP
 * @property {boolean} running whether the registry runs
 * @property {string | null} caFile content of .tls/certificate.crt; null: no file
 * @property {string} sent what the registry's owner sends to whoever asks for its CA, PEM
 * @property {(host: string) => string | null} dockerConfig content of .docker/config.json; null: no file
 */

/**
 * A Docker config with one login, as the guide writes it.
 * @param {string} key of `auths`
 * @param {{ username: string, password: string }} [login]
 */
export function dockerConfig(key, { username, password } = LOGIN) {
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  return `${JSON.stringify({ auths: { [key]: { auth } } }, null, 2)}\n`;
}

/** @param {...import('./certificates.mjs').Issued} chain server certificate first */
function presented(...chain) {
  return { cert: chain.map(({ pem }) => pem).join(''), key: chain[0].keyPem };
}

/** @returns {Parts} */
export function healthyParts() {
  const authority = createAuthority();
  return {
    authority,
    tls: presented(createServer(authority)),
    running: true,
    caFile: authority.pem,
    sent: authority.pem,
    dockerConfig: host => dockerConfig(host)
  };
}

/**
 * `code` is the finding that has to stand first with it.
 * @type {Record<string, { title: string, code: string, change: (parts: Parts) => Partial<Parts> }>}
 */
export const FAULTS = {
  'expired-ca': {
    title: "the CA's certificate ran out yesterday",
    code: 'KR-CRT-008',
    change: () => {
      const authority = createAuthority({ notBefore: inDays(-3650), notAfter: inDays(-1) });
      return {
        authority,
        tls: presented(createServer(authority)),
        caFile: authority.pem,
        sent: renewed(authority, inDays(3650))
      };
    }
  },
  'wrong-ca': {
    title: 'the CA file holds the CA of somebody else',
    code: 'KR-TLS-003',
    change: () => ({ caFile: createAuthority({ name: 'Another CA' }).pem })
  },
  'same-name-ca': {
    title: 'the CA was renewed: same name, another key',
    code: 'KR-TLS-004',
    change: () => ({ caFile: createAuthority({ notBefore: inDays(-2000), notAfter: inDays(1000) }).pem })
  },
  'no-ca': { title: 'there is no CA file', code: 'KR-FIL-008', change: () => ({ caFile: null }) },
  'not-a-certificate': {
    title: 'the CA file holds a web page',
    code: 'KR-CRT-001',
    change: () => ({ caFile: '<!DOCTYPE html>\n<html><body>Please sign in</body></html>\n' })
  },
  'server-certificate': {
    title: "the CA file holds the registry's own certificate",
    code: 'KR-CRT-006',
    change: ({ tls }) => ({ caFile: tls?.cert ?? null })
  },
  'expired-certificate': {
    title: "the registry's certificate ran out yesterday",
    code: 'KR-TLS-010',
    change: ({ authority }) => ({
      tls: presented(createServer(authority, { notBefore: inDays(-365), notAfter: inDays(-1) }))
    })
  },
  'wrong-name': {
    title: "the registry's certificate is for another name",
    code: 'KR-TLS-006',
    change: ({ authority }) => ({
      tls: presented(createServer(authority, { names: ['registry.example.com'], addresses: [] }))
    })
  },
  'common-name-only': {
    title: "the registry's certificate names the registry in its common name only",
    code: 'KR-TLS-008',
    change: ({ authority }) => ({ tls: presented(createServer(authority, { san: false })) })
  },
  'no-intermediate': {
    title: 'the registry does not send its intermediate certificate',
    code: 'KR-TLS-005',
    change: ({ authority }) => {
      const issuer = createAuthority({ name: 'Demo Issuing CA', issuer: authority });
      return { tls: presented(createServer(issuer)), sent: issuer.pem };
    }
  },
  'plain-http': { title: 'the registry speaks plain HTTP', code: 'KR-TLS-001', change: () => ({ tls: null }) },
  'registry-down': {
    title: 'nothing listens where the registry should be',
    code: 'KR-NET-006',
    change: () => ({ running: false })
  },
  'wrong-password': {
    title: 'the password is wrong',
    code: 'KR-REG-010',
    change: () => ({ dockerConfig: host => dockerConfig(host, { ...LOGIN, password: 'an-old-one' }) })
  },
  'login-newline': {
    title: 'the password ends in a newline (echo without -n)',
    code: 'KR-CFG-011',
    change: () => ({ dockerConfig: host => dockerConfig(host, { ...LOGIN, password: `${LOGIN.password}\n` }) })
  },
  'login-without-port': {
    title: 'the login stands under the name of the registry without its port',
    code: 'KR-CFG-007',
    change: () => ({ dockerConfig: host => dockerConfig(host.replace(/:\d+$/, '')) })
  },
  'no-login': {
    title: 'the Docker config has a login for Docker Hub only',
    code: 'KR-CFG-006',
    change: () => ({ dockerConfig: () => dockerConfig('https://index.docker.io/v1/') })
  },
  'no-docker-config': {
    title: 'there is no Docker config',
    code: 'KR-FIL-001',
    change: () => ({ dockerConfig: () => null })
  },
  'broken-docker-config': {
    title: 'the Docker config was cut off',
    code: 'KR-CFG-001',
    change: () => ({ dockerConfig: host => dockerConfig(host).slice(0, -8) })
  }
};

/**
 * The two files of a set-up.
 * @param {Parts} parts
 * @param {string} host the registry, host[:port]
 * @returns {import('./home.mjs').MountedFiles}
 */
export function filesOf(parts, host) {
  return { caFile: parts.caFile, dockerConfig: parts.dockerConfig(host) };
}

/**
 * @param {string | null} fault a key of FAULTS; null: healthy
 * @returns {Parts}
 */
export function partsWith(fault) {
  const parts = healthyParts();
  return fault === null ? parts : { ...parts, ...FAULTS[fault].change(parts) };
}
