import { pick, type Next } from './mutations.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A document with one to three of its parts replaced, renamed or doubled: it stays JSON, and means something else. */
export function edited(document: Json, values: readonly Json[], next: Next): Json {
  let result = document;
  for (let count = 1 + next(3); count > 0; count -= 1) {
    result = editOnce(result, values, next);
  }
  return result;
}

function editOnce(part: Json, values: readonly Json[], next: Next): Json {
  const entries = typeof part === 'object' && part !== null ? Object.entries(part) : [];
  if (entries.length === 0 || next(8) === 0) {
    return typeof part === 'string' && next(3) > 0 ? editText(part, values, next) : pick(values, next);
  }
  const at = next(entries.length);
  const [key, value] = entries[at] as [string, Json];
  switch (next(8)) {
    case 0:
      entries.splice(at, 1);
      break;
    case 1:
      entries[at] = [editText(key, values, next), value];
      break;
    case 2:
      entries.push([editText(key, values, next), value]);
      break;
    default:
      entries[at] = [key, editOnce(value, values, next)];
  }
  return Array.isArray(part) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

function editText(text: string, values: readonly Json[], next: Next): string {
  const at = next(text.length + 1);
  const other = pick(values, next);
  const piece = typeof other === 'string' ? other : '';
  switch (next(4)) {
    case 0:
      return text.slice(0, at) + piece + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1);
    case 2:
      return next(2) === 0 ? text.toUpperCase() : text.trim();
    default:
      // A mistake within the encoding, where the text is one.
      return Buffer.from(`${Buffer.from(text, 'base64').toString('latin1')}${piece}`, 'latin1').toString('base64');
  }
}

export type { Json };
