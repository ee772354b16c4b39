import type { ServerResponse } from 'node:http';
import type { Form as CertificateForm } from '../gauntlet/pki/make.ts';
import { reply } from './servers.ts';

/** Every form in which a login could come back, and every place of an answer in which it could. */

export const USER = 'robot$kaptain';
export const PASSWORD = 'Zk7/canary+Q9 "x~\u00fc2w';
export const PAIR = `${USER}:${PASSWORD}`;
export const IDENTITY = 'idt.Hq3-canary_R8/v5+x0';
export const ISSUED = 'eyJhbGciOiJub25lIn0.eyJjYW5hcnkiOiJUNm0ifQ.c2lnbmF0dXJlOQ';
export const REFRESH = 'rft-5Yk2canaryP4-b8';
export const VARIABLE_LOGIN = 'u8:Mx8-canary/D3k_w6Tb';
export const FOLDER_LOGIN = 'u9:Vq2-canary/G7m_z4Nc';
export const PROXY_LOGIN = 'u7:Jd4-canary_W1p-x5';

export const base64 = (text: string): string => Buffer.from(text).toString('base64');
const everyByte = (text: string): string =>
  [...Buffer.from(text)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** What goes over the wire in a run, or is a part of it. */
const sent: Readonly<Record<string, string>> = {
  'the password': PASSWORD,
  'the pair': PAIR,
  'the Basic value': `Basic ${base64(PAIR)}`,
  'the identity token': IDENTITY,
  'the issued token': ISSUED,
  'the Bearer value': `Bearer ${ISSUED}`,
  'the login of DOCKER_AUTH_CONFIG': VARIABLE_LOGIN,
  'the login of a DOCKER_CONFIG that is no folder': FOLDER_LOGIN,
  "the proxy's login": PROXY_LOGIN,
  "the proxy's Basic value": `Basic ${base64(PROXY_LOGIN)}`
};

export const encodings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': text => text,
  'in small letters': text => text.toLowerCase(),
  base64: base64,
  'base64 for addresses, without padding': text => Buffer.from(text).toString('base64url'),
  hexadecimal: text => Buffer.from(text).toString('hex'),
  'percent-encoded': encodeURIComponent,
  'percent-encoded with small digits': text => encodeURIComponent(text).toLowerCase(),
  'every byte percent-encoded': everyByte,
  'a field of a form': text => new URLSearchParams({ x: text }).toString().slice(2),
  'a string of JSON': text => JSON.stringify(text).slice(1, -1),
  'its first half': text => text.slice(0, Math.ceil(text.length / 2) + 6),
  'its second half': text => text.slice(Math.floor(text.length / 2) - 6)
};

export const forms = Object.entries(sent).flatMap(([what, text]) =>
  Object.entries(encodings).map(([how, encode]) => [`${what}, ${how}`, encode(text)] as const)
);

/** A name that the grammar of hosts takes: labels of at most 63 letters, digits and hyphens. */
function asHost(form: string): string {
  const plain = form.replace(/[^A-Za-z0-9_-]/g, '-');
  return `${(plain.match(/.{1,63}/g) ?? []).slice(0, 3).join('.')}.test`;
}

const asHeader = (form: string): string => form.replace(/[^\x20-\x7e]/g, '?');
const asPath = (form: string): string => `/${asHeader(form).replaceAll(' ', '%20')}`;
const quoted = (form: string): string => `"${asHeader(form).replace(/["\\]/g, '\\$&')}"`;

export interface Place {
  /** How many forms one run puts there. */
  atOnce?: number;
  /** Answers in its own way; what it leaves to others is healthy. */
  answer?: (step: Step, form: string, response: ServerResponse) => boolean;
  /** The request for a login. */
  challenge?: (form: string, host: string) => string;
  certificate?: (forms: readonly string[]) => Partial<CertificateForm>;
  /** The registry is behind a proxy that answers like this. */
  proxied?: (form: string) => string;
  /** The place shows in a report: its values are known to be hidden, not to be left out. */
  shown?: true;
}

export type Step = 'first' | 'login' | 'manifest' | 'upload' | 'cancel' | 'token';

const at =
  (wanted: Step, send: (form: string, response: ServerResponse) => void): Place['answer'] =>
  (step, form, response) => {
    if (step === wanted) {
      send(form, response);
    }
    return step === wanted;
  };

const everyHeader = (form: string): Record<string, string> =>
  Object.fromEntries(
    [
      'server',
      'date',
      'content-type',
      'content-encoding',
      'retry-after',
      'docker-distribution-api-version',
      'docker-content-digest',
      'docker-upload-uuid',
      'warning',
      'x-registry-error'
    ].map(name => [name, asHeader(form)])
  );

const errorBody = (form: string): string =>
  JSON.stringify({ errors: [{ code: form, message: form, detail: { [form]: form } }], error: form, details: form });

const steps: readonly Step[] = ['first', 'login', 'manifest', 'upload', 'token'];

export const places: Readonly<Record<string, Place>> = {
  'host of the first redirect': {
    shown: true,
    answer: at('first', (form, response) => reply(response, 307, { location: `https://${asHost(form)}/v2/` }))
  },
  'path of the first redirect': {
    answer: (step, form, response) => {
      if (step !== 'first' || response.req.url !== '/v2/') {
        return false;
      }
      reply(response, 307, { location: asPath(form) });
      return true;
    }
  },
  'host of a redirect of the manifest': {
    shown: true,
    atOnce: 10,
    answer: at('manifest', (form, response) => reply(response, 307, { location: `https://${asHost(form)}/x` }))
  },
  'plain-text host of a redirect of the manifest': {
    shown: true,
    atOnce: 10,
    answer: at('manifest', (form, response) => reply(response, 302, { location: `http://${asHost(form)}/x` }))
  },
  'host of the upload': {
    shown: true,
    answer: at('upload', (form, response) => reply(response, 202, { location: `https://${asHost(form)}/x` }))
  },
  'path of the upload': {
    answer: at('upload', (form, response) => reply(response, 202, { location: asPath(form) }))
  },
  'realm, as a host': {
    shown: true,
    challenge: form => `Bearer realm="https://${asHost(form)}/token",service="x"`
  },
  'realm, as a path': { challenge: (form, host) => `Bearer realm=${quoted(`https://${host}${asPath(form)}`)}` },
  'realm, as a text': { challenge: form => `Bearer realm=${quoted(form)}` },
  'service, scope and error': {
    challenge: (form, host) =>
      `Bearer realm="https://${host}/token",service=${quoted(form)},scope=${quoted(form)},error=${quoted(form)}`
  },
  'realm of Basic': { challenge: form => `Basic realm=${quoted(form)}` },
  'name of a scheme': { challenge: form => asHost(form).replaceAll('.', '-') },
  'names of the certificate': {
    shown: true,
    atOnce: 12,
    certificate: all => ({ names: all.map(asHost), subject: [['CN', 'utf8', (all[0] ?? '').slice(0, 64)]] })
  },
  'organisation and issuer of the certificate': {
    shown: true,
    certificate: ([form = '']) => ({
      names: ['registry.test'],
      subject: [
        ['O', 'utf8', form],
        ['CN', 'utf8', 'registry.test']
      ],
      issuerName: [['CN', 'utf8', form]]
    })
  },
  'answer of a proxy': {
    proxied: form => `HTTP/1.1 407 ${asHeader(form)}\r\nproxy-authenticate: Basic realm=${quoted(form)}\r\n\r\n`
  },
  ...Object.fromEntries(
    steps.flatMap(step => [
      [`every header of the answer: ${step}`, { answer: at(step, (form, to) => reply(to, 200, everyHeader(form))) }],
      [`errors of the answer: ${step}`, { answer: at(step, (form, to) => reply(to, 403, {}, errorBody(form))) }],
      [
        `limits of the answer: ${step}`,
        { answer: at(step, (form, to) => reply(to, 429, { 'retry-after': asHeader(form) }, errorBody(form))) }
      ]
    ])
  ),
  'fields of the token': {
    answer: at('token', (form, response) =>
      reply(response, 200, {}, JSON.stringify({ token: ISSUED, expires_in: form, scope: form, issued_at: form }))
    )
  }
};
