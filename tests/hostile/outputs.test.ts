/** Whatever stands in a value from outside, no output of the command is steered by it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, type Token, type Tokens } from 'marked';
import * as make from '../../src/common/args.ts';
import type { Arg, ArgType } from '../../src/common/args.ts';
import { catalogue, type Code } from '../../src/common/catalogue/index.ts';
import type { FindingDraft } from '../../src/common/finding.ts';
import type { CheckReport, Report } from '../../src/common/report.ts';
import { visibleData, visibleJson } from '../../src/common/visible.ts';
import { markdownReport } from '../../src/node/cli/markdown.ts';
import { styleFor } from '../../src/node/cli/style.ts';
import { textReport } from '../../src/node/cli/text.ts';
import { toFinding } from '../../src/node/engine/report.ts';
import { numbersFrom, pick } from './mutations.ts';
import { HIDDEN, MARKUP, STEERING } from './outsideTexts.ts';

/** A value of each type that the catalogue knows, made of a text from outside as the checks make it. */
const VALUES: Readonly<Record<ArgType, (text: string) => Arg>> = {
  host: make.hostArg,
  hosts: text => make.hostsArg([text, text]),
  path: make.pathArg,
  date: () => make.dateArg(0),
  errorClass: make.errorClassArg,
  object: make.objectArg,
  objects: text => make.objectsArg([text, text]),
  entry: text => make.entryArg(text, ['auth']),
  subject: make.subjectArg,
  fingerprint: make.fingerprintArg,
  word: () => make.wordArg('word'),
  integer: () => 1
};

const codes = Object.keys(catalogue) as Code[];

const typesOf = (code: Code): ArgType[] => Object.values(catalogue[code].args as Record<string, ArgType>);
/** For each type of value a few codes that have one: rendering all of them takes long. */
const someOfEachType = [
  ...new Set(
    (Object.keys(VALUES) as ArgType[]).flatMap(type => codes.filter(code => typesOf(code).includes(type)).slice(0, 3))
  )
];

/** A report with these codes of the catalogue in every variant, in which every value is this text. */
function reportOf(text: string, chosen: readonly Code[] = codes): Report {
  const findings = chosen.flatMap(code => {
    const { args, variants = {} } = catalogue[code] as { args: Record<string, ArgType>; variants?: object };
    return [undefined, ...Object.keys(variants)].map(variant => {
      const draft: FindingDraft = {
        code,
        ...(variant === undefined ? {} : { variant }),
        subject: text,
        args: Object.fromEntries(Object.entries(args).map(([name, type]) => [name, VALUES[type](text)])),
        evidence: [{ label: 'Certificate', value: make.argText(make.subjectArg(text)) }]
      };
      return toFinding(draft, 'tls.chain', []);
    });
  });
  const check: Pick<CheckReport, 'area' | 'durationMs' | 'blockedBy' | 'codes'> = {
    area: 'TLS',
    durationMs: 1,
    blockedBy: [],
    codes: []
  };
  return {
    schemaVersion: 1,
    tool: { name: 'kaptain-registry', version: '0.0.0' },
    startedAt: '2026-01-01T00:00:00Z',
    durationMs: 1,
    verdict: 'problem',
    registries: [
      {
        host: text,
        verdict: 'problem',
        consumers: { sdk: 'fails', builder: 'ok', nodes: 'unknown' },
        basis: { sdk: 'tested', builder: 'predicted', nodes: 'none' },
        sdkWitness: { status: 'none' },
        logins: [],
        tree: {
          certificates: [
            {
              subject: make.subjectArg(text),
              issuer: make.subjectArg(`${text} `),
              sha256: make.fingerprintArg('ab'.repeat(32)),
              from: 'sent',
              validUntil: make.dateArg(0),
              signedBy: null,
              selfSigned: false,
              problems: []
            }
          ],
          others: 0
        }
      }
    ],
    checks: [
      { ...check, id: 'tls.chain', subject: text, title: 'Certificate', summary: text, outcome: 'fail' },
      { ...check, id: 'net.port', subject: text, title: 'Port open', summary: text, outcome: 'pass' },
      {
        ...check,
        id: 'reg.api',
        subject: text,
        title: 'Login',
        summary: '',
        outcome: 'skipped',
        blockedBy: ['net.port']
      }
    ],
    findings
  };
}

const shown = (text: string): Report => visibleData(reportOf(text));
const markdownOf = (text: string): string => markdownReport(visibleData(reportOf(text, someOfEachType)));

/** Kinds of parts of a Markdown text in order, without those that only show text. */
function structure(markdown: string): string[] {
  const kinds: string[] = [];
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (!['text', 'codespan', 'escape', 'space'].includes(token.type)) {
      const { depth = '', ordered = '' } = token as Partial<Tokens.Heading & Tokens.List>;
      kinds.push(`${token.type}${String(depth)}${String(ordered)}`);
    }
  });
  return kinds;
}

/** What is neither code nor a block of code: the only place where GitHub looks for names, numbers and addresses. */
function proseOf(markdown: string): string {
  const prose: string[] = [];
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'text' && !('tokens' in token && token.tokens !== undefined)) {
      prose.push(token.raw);
    }
  });
  return prose.join('\n');
}

const MEANS_SOMETHING = /@[\w-]|#\d|\bGH-\d|GHSA-|CVE-\d|:\/\/|www\.|\b[0-9a-f]{7,40}\b(?![:.-])|:[a-z_]+:|\$[^$]+\$/i;

/** Markup and controls in any order, from a seed that a failure names. */
function mixed(rounds: number): string[] {
  const seed = Number(process.env['FUZZ_SEED'] ?? 20261128);
  const next = numbersFrom(seed);
  const parts = [...STEERING, ...MARKUP].flatMap(text => [...text.split(' '), ...text]);
  return Array.from({ length: rounds }, () => Array.from({ length: 1 + next(24) }, () => pick(parts, next)).join(''));
}

const TEXTS = [...STEERING, ...MARKUP, ...mixed(20)];

const TERMINAL = styleFor({ isTTY: true, columns: 80 }, undefined);
const paints = (value: string): number => value.match(/\u001b\[\d+m/g)?.length ?? 0;
/** The same outputs with a harmless text. */
const harmless = shown('x');
const usual = { paints: paints(textReport(harmless, TERMINAL)), structure: structure(markdownOf('x')) };

for (const text of TEXTS) {
  const name = JSON.stringify(text).slice(0, 60);

  test(`text: ${name}`, () => {
    const report = shown(text);
    assert.doesNotMatch(textReport(report, styleFor({}, undefined)).replaceAll('\n', ''), HIDDEN);
    const coloured = textReport(report, TERMINAL);
    assert.doesNotMatch(coloured.replace(/\u001b\[\d+m|\n/g, ''), HIDDEN);
    assert.equal(paints(coloured), usual.paints);
  });

  test(`markdown: ${name}`, () => {
    const markdown = markdownOf(text);
    assert.doesNotMatch(markdown.replaceAll('\n', ''), HIDDEN);
    assert.deepEqual(structure(markdown), usual.structure);
    assert.doesNotMatch(proseOf(markdown), MEANS_SOMETHING);
  });

  test(`json: ${name}`, () => {
    const report = reportOf(text);
    const json = visibleJson(report);
    assert.doesNotMatch(json.replaceAll('\n', ''), HIDDEN);
    assert.deepEqual(JSON.parse(json), report);
  });
}

test('a value can be read in Markdown as it is', () => {
  for (const text of ['my.private.registry:5000', 'CN=Corp Root CA, O="A & B"', 'a|b', '`x` y', 'C:\\x\\y']) {
    const html = marked.parse(markdownOf(text), { async: false });
    const read = html
      .replace(/<[^>]+>/g, '')
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&#39;/g, "'")
      .replace(/&vert;/g, '|')
      .replace(/&amp;/g, '&');
    assert.ok(read.includes(`About: ${text}`), text);
  }
});

test('every code of the catalogue is among them', () => {
  assert.equal(new Set(reportOf('x').findings.map(({ code }) => code)).size, codes.length);
  const types = new Set(codes.flatMap(typesOf));
  assert.deepEqual(new Set(someOfEachType.flatMap(typesOf)), types);
});
