// Writes docs/codes/: one page per finding code and a list, from the catalogue. `--check` only says whether they are current.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogue } from '../src/common/catalogue/index.ts';
import { ACTOR_WORDS } from '../src/common/words.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'docs', 'codes');
const SEVERITIES = { error: 'Problem', warning: 'Warning', info: 'Notice' };
const AREAS = {
  FIL: 'Files and mounts',
  CFG: 'Docker config',
  CRT: 'CA file',
  NET: 'Network',
  TLS: 'Certificate of the registry',
  REG: 'Registry and login',
  SDK: 'Notebook',
  INT: 'The tool itself'
};

/** Places of a text become angle brackets; mark-up characters are escaped. */
function open(text) {
  return text.replace(/\{([a-zA-Z]\w*)\}/g, '<$1>').replace(/[<>*_|]/g, '\\$&');
}

function steps(fix) {
  return fix
    .map((step, index) => {
      const command = step.command?.replace(/\{([a-zA-Z]\w*)\}/g, '<$1>');
      const block = command === undefined ? '' : `\n\n   \`\`\`sh\n   ${command}\n   \`\`\`\n`;
      return `${index + 1}. **${ACTOR_WORDS[step.by]}:** ${open(step.text)}${block}`;
    })
    .join('\n');
}

function page(code, entry) {
  const parts = [
    `# ${code}: ${open(entry.title)}`,
    `${SEVERITIES[entry.severity]} · ${AREAS[code.slice(3, 6)]}`,
    open(entry.explanation)
  ];
  if (entry.fix.length > 0) {
    parts.push('## What to do', steps(entry.fix));
  }
  const variants = Object.values(entry.variants ?? {});
  if (variants.length > 0) {
    parts.push('## Other cases of this code');
    for (const variant of variants) {
      if (variant.title !== undefined) {
        parts.push(`### ${open(variant.title)}`);
      }
      if (variant.severity !== undefined && variant.severity !== entry.severity) {
        parts.push(SEVERITIES[variant.severity]);
      }
      if (variant.explanation !== undefined) {
        parts.push(open(variant.explanation));
      }
      if (variant.fix !== undefined && variant.fix.length > 0) {
        parts.push(steps(variant.fix));
      }
    }
  }
  const causes = entry.explainedBy.filter(other => other in catalogue);
  if (causes.length > 0) {
    parts.push(
      `## May follow from`,
      causes.map(other => `- [${other}](${other}.md): ${open(catalogue[other].title)}`).join('\n')
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function index() {
  const parts = ['# Finding codes', 'Offline, the same texts come from `kaptain-registry explain CODE`.'];
  for (const [area, title] of Object.entries(AREAS)) {
    const rows = Object.entries(catalogue).filter(([code]) => code.startsWith(`KR-${area}-`));
    parts.push(`## ${title}`, rows.map(([code, entry]) => `- [${code}](${code}.md): ${open(entry.title)}`).join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

const pages = new Map([
  ['README.md', index()],
  ...Object.entries(catalogue).map(([code, entry]) => [`${code}.md`, page(code, entry)])
]);
const old = existsSync(folder) ? readdirSync(folder) : [];
if (process.argv.includes('--check')) {
  const wrong = [...pages]
    .filter(([name, text]) => !old.includes(name) || readFileSync(join(folder, name), 'utf8') !== text)
    .map(([name]) => name);
  const left = old.filter(name => !pages.has(name));
  if (wrong.length + left.length > 0) {
    console.error(
      `docs/codes is not what the catalogue says (${[...wrong, ...left].slice(0, 5).join(', ')}); run "npm run codes".`
    );
    process.exit(1);
  }
} else {
  mkdirSync(folder, { recursive: true });
  old.filter(name => !pages.has(name)).forEach(name => rmSync(join(folder, name)));
  for (const [name, text] of pages) {
    writeFileSync(join(folder, name), text);
  }
  console.log(`${pages.size - 1} pages in docs/codes`);
}
