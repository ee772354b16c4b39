import type { CodeEntry } from './types.ts';

/** The encrypted connection and the registry's certificate. */
export const tls = {
  'KR-TLS-001': {
    title: 'The registry speaks plain HTTP on port {port}',
    short: 'plain HTTP',
    severity: 'error',
    explanation:
      'On port {port} the registry answers without encryption. The SDK always uses HTTPS, so it cannot talk to it; the image builder falls back to plain HTTP for private addresses only.',
    fix: [
      { text: 'Ask the registry owner which port speaks HTTPS, and use that one in the Docker config and in the Config cell.', by: 'you' },
      { text: 'If there is none: switch TLS on for {host} and publish the certificate of its CA.', by: 'registry-owner' }
    ],
    args: { host: 'host', port: 'integer' },
    explainedBy: ['KR-NET-011', 'KR-NET-013']
  },
  'KR-TLS-015': {
    title: 'The registry and the SDK share no TLS version',
    short: 'no common TLS version',
    severity: 'error',
    explanation:
      '{host} ended the encrypted handshake because it offers only TLS versions or ciphers that current programs refuse (older than TLS 1.2), or because it demands newer ones than this Python has.',
    fix: [{ text: 'Enable TLS 1.2 and TLS 1.3 on {host}, or on the proxy in front of it.', by: 'registry-owner' }],
    args: { host: 'host' },
    explainedBy: ['KR-NET-011', 'KR-NET-013']
  },
  'KR-TLS-016': {
    title: 'The registry wants a client certificate',
    short: 'wants a client certificate',
    severity: 'error',
    explanation:
      '{host} asks every caller for a certificate of its own during the handshake. The SDK can send a user name and a password or a token, but no client certificate.',
    fix: [{ text: 'Allow access to {host} by password or token, without a client certificate (for example on a second address or port).', by: 'registry-owner' }],
    args: { host: 'host' },
    explainedBy: ['KR-NET-011', 'KR-NET-013']
  }
} as const satisfies Record<string, CodeEntry>;
