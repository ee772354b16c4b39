import { argText, type Arg } from '../../common/args.ts';
import type { Finding } from '../../common/report.ts';
import type { Phrase } from '../../common/finding.ts';
import { visible } from '../../common/visible.ts';
import type { Secret } from '../secret.ts';

/** Shorter secrets are part of ordinary words; they are kept out by construction alone. */
const SHORTEST = 6;
/** Longer ones fit into no text: every argument and every piece of evidence is cut off far before (`args.ts`). */
const LONGEST = 8192;

/** Forms of the secrets that live: they are asked for with every outcome, and a file can hold thousands of them. */
const known = new WeakMap<Secret, readonly string[]>();

/** The forms in which a secret could slip into a text. */
function formsOf(secret: Secret): readonly string[] {
  const forms = known.get(secret) ?? makeForms(secret.reveal());
  known.set(secret, forms);
  return forms;
}

function makeForms(value: string): readonly string[] {
  if (value.trim().length < SHORTEST || value.length > LONGEST) {
    return [];
  }
  const bytes = Buffer.from(value);
  const forms = [
    value,
    value.trim(),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    visible(value)
  ];
  return [...new Set(forms)].filter(form => form.length >= SHORTEST);
}

function argumentTexts(args: Readonly<Record<string, Arg>>): string[] {
  return Object.entries(args).flatMap(([name, value]) => [name, argText(value)]);
}

/**
 * Second net behind the types: whether a value in a finding or a summary holds a secret of the run, as it is, encoded
 * or escaped. Our own texts are not searched: an ordinary word in them is no leak, even if somebody uses it as a password.
 *
 * @param publicTexts - hosts and paths that the person gave or that name the subject; taken out before the search
 */
export function holdsSecret(
  findings: readonly Finding[],
  summaries: readonly Phrase[],
  secrets: readonly Secret[],
  publicTexts: readonly string[]
): boolean {
  const forms = secrets.flatMap(formsOf);
  if (forms.length === 0) {
    return false;
  }
  const openly = [...publicTexts].filter(text => text !== '').sort((a, b) => b.length - a.length);
  const texts = [
    ...findings.flatMap(item => [...argumentTexts(item.args), ...item.evidence.map(piece => piece.value)]),
    ...summaries.flatMap(item => argumentTexts(item.args))
  ];
  return texts.some(text => {
    const rest = openly.reduce((left, open) => left.replaceAll(open, '\n'), text);
    return forms.some(form => rest.includes(form));
  });
}
