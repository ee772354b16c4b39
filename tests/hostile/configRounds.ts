import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { readDockerConfig } from '../../src/node/docker/config.ts';
import { READERS } from '../../src/node/docker/facts.ts';
import { privateHosts } from '../../src/node/docker/hosts.ts';
import { readJson } from '../../src/node/docker/json.ts';
import { readLogins } from '../../src/node/docker/readers.ts';
import { resolveLogin } from '../../src/node/docker/resolve.ts';
import type { FactMap } from '../../src/node/facts.ts';
import type { PingFacts } from '../../src/node/registry/facts.ts';
import { Vault } from '../../src/node/secret.ts';
import type { MakeRound } from './fuzz.ts';
import { edited, type Json } from './jsonEdits.ts';
import { mutated, pick, type Next } from './mutations.ts';
import { met, promise, shownOf } from './promises.ts';

const PASSWORD = 'Zk7canaryQ9';
const AUTH = Buffer.from(`ann:${PASSWORD}`).toString('base64');
const TOKEN = 'Yv3canaryW8';
/** Stands where nobody reads: header lines, mail addresses, proxies, comments. */
const NOTE = 'Xu5canaryE7';
const CANARIES = [PASSWORD, TOKEN, NOTE].flatMap(text => {
  const bytes = Buffer.from(text);
  return [text, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('hex')];
});

const HOST = 'my.private.registry:5000';
const ASKED = [
  [HOST, null],
  [HOST, 'team/img'],
  ['docker.io', 'library/alpine'],
  ['registry.test', null]
] as const;

interface Row {
  config_base64: string;
}

const measured: string[] = readFileSync(new URL('../fixtures/docker-configs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => Buffer.from((JSON.parse(line) as Row).config_base64, 'base64').toString('latin1'));

/** The measured files with logins that can be searched for. */
const plain = measured.map(text =>
  text
    .replaceAll('dXNlcjpwYXNz', AUTH)
    .replaceAll('"pass"', `"${PASSWORD}"`)
    .replace(/("(?:identity|registry)token"\s*:\s*)"[^"]*"/g, `$1"${TOKEN}"`)
);

/** The same with texts in every place that no program reads. */
const noted = plain.map(text =>
  text.replace(
    /^\s*\{/,
    `{"HttpHeaders": {"X-Meta": "${NOTE}"}, "proxies": {"default": {"httpProxy": "http://ann:${NOTE}@proxy:3128"}}, "plugins": ["${NOTE}"], "aliases": {"a": "${NOTE}"},`
  )
);

const ingredients = {
  seeds: [
    ...[...plain, ...noted].map(text => Buffer.from(text, 'latin1')),
    Buffer.from(`{"auths": {"${HOST}": {"auth": "${AUTH}"}}} // ${NOTE}`),
    Buffer.from(`{"auths": {"https://ann:${NOTE}@${HOST}/": {"identitytoken": "${TOKEN}", "email": "${NOTE}"}}}`)
  ],
  pieces: [
    ...'{}[]":,\\/@*?#%.\n\0',
    ...['\uFEFF', '\u2028', '\u202E', '\u001B[31m', '\\ud800', '\\u0000', '\\n', '://', 'https://', '/v1/', '/v2/'],
    ...['null', 'true', '1e999', '-0', '9'.repeat(40), '['.repeat(300), '{"a":'.repeat(260), 'a'.repeat(5000)],
    ...['auths', '"auth"', '"username"', '"password"', '"identitytoken"', '"registrytoken"'],
    ...['"credsStore": "desktop",', '"credHelpers": {"*": "x"},', '"__proto__": {"auths": {}},', '"constructor": 1,'],
    ...[
      '<img src=x>',
      'docker.io',
      HOST,
      Buffer.from([0xff, 0xfe]),
      Buffer.from([0xc3]),
      Buffer.from([0xed, 0xa0, 0x80])
    ]
  ]
};

/** Files that are JSON, to be changed as such. */
const documents: Json[] = ingredients.seeds.flatMap(bytes => {
  const result = readJson(bytes.toString('utf8'));
  return result.ok && result.trailing === null ? [JSON.parse(bytes.toString('utf8')) as Json] : [];
});
const values: readonly Json[] = [
  ...[null, true, 0, -1.5, '', [], {}, [[]], { auths: {} }],
  ...['ann', HOST, `https://${HOST}`, 'http://', '/', ':', '\n', '\0', '\uFEFF', '\u202E', '=', '*'],
  ...['auth', 'username', 'password', 'identitytoken', 'registrytoken', 'auths', '__proto__', '\uD800', 'é', '%00']
];

/** Bytes that were damaged, or a document of another meaning. */
function inputOf(next: Next): Buffer {
  return next(2) === 0
    ? mutated(ingredients, next)
    : Buffer.from(JSON.stringify(edited(pick(documents, next), values, next)));
}

const environment: FactMap['environment'] = {
  home: '/home/kubeflow',
  inPod: true,
  namespace: 'team-a',
  awsCredentials: false,
  missingBundle: null,
  variables: {}
};

const answered: PingFacts = {
  outcome: 'answered',
  httpBehind: false,
  status: 401,
  body: 'json',
  apiHeader: true,
  date: null,
  envoy: false,
  redirect: null,
  retryAfter: null,
  schemes: ['basic'],
  challengeFault: false,
  pythonReads: true,
  version1: false,
  receivedAt: 0,
  tries: 1,
  durationMs: 1,
  errorClass: null
};

/** Whether JSON.parse takes a text: as strict as ours, but silent on where and why. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function compareWithNode(bytes: Buffer): void {
  const text = bytes.toString('utf8');
  const result = readJson(text);
  met(result.ok ? 'JSON' : 'no JSON');
  if (result.ok || result.fault !== 'too-deep') {
    promise((result.ok && result.trailing === null) === isJson(text), 'as strict as JSON.parse');
  }
}

const makeRound: MakeRound = () => next => {
  const bytes = inputOf(next);
  compareWithNode(bytes);
  const config = readDockerConfig(bytes, '/home/kubeflow/.docker/config.json', new Vault());
  const seen: unknown[] = [config, privateHosts(config)];
  for (const [host, repository] of ASKED) {
    const results = readLogins(config, host, repository);
    promise(results.length === READERS.length, 'every reader comes to a result');
    promise(
      results.every(({ outcomes }) => outcomes.length > 0),
      'every result is one'
    );
    seen.push(results);
  }
  for (const builder of ['kaniko-1.3.0', 'kaniko-current', 'buildah']) {
    seen.push(resolveLogin(config, HOST, builder));
  }
  const login = resolveLogin(config, HOST, 'kaniko-1.3.0');
  if (login.credential !== null) {
    met('with a login');
  }
  const ping = { ...answered, status: pick([200, 401, 404], next) };
  const address = { given: HOST, valid: true, hostname: 'my.private.registry', port: 5000, kind: 'name', fault: null };
  const facts = { 'config.content': config, environment, login, ping, address } as Partial<FactMap>;
  const { report, exits } = shownOf(facts, HOST, 0);
  if (report.verdict !== 'ok') {
    met('with a finding');
  }
  promise(!/\{[a-z]\w*\}/.test(JSON.stringify(report.findings)), 'every place is filled');
  const everything = [JSON.stringify(seen), inspect(seen, { depth: 20 }), exits].join('\n');
  promise(!CANARIES.some(canary => everything.includes(canary)), 'no quote of what is no name of a registry');
};

export default makeRound;
