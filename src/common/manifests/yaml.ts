import { visibleYaml } from '../visible.ts';

/** What a Kubernetes object is made of here. */
export type YamlValue = string | number | boolean | readonly YamlValue[] | { readonly [name: string]: YamlValue };

/**
 * Words that a reader of YAML 1.1 (which Kubernetes uses) takes for something else than a text: truth values, nothing,
 * numbers in any base, dates.
 */
const AMBIGUOUS = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+.]?\d[\d_.:eExXoO+-]*|[-+]?\.(?:inf|nan)|0x[0-9a-f_]+)$/i;
const PLAIN = /^[A-Za-z0-9/][A-Za-z0-9 ._/-]*$/;

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') {
    return String(value);
  }
  return PLAIN.test(value) && !AMBIGUOUS.test(value) && !value.endsWith(' ') ? value : visibleYaml(value);
}

function lines(value: YamlValue, indent: string): string[] {
  if (typeof value !== 'object') {
    return [`${indent}${scalar(value)}`];
  }
  if (Array.isArray(value)) {
    return (value as readonly YamlValue[]).flatMap(item => {
      const [first = '', ...rest] = lines(item, `${indent}  `);
      return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
    });
  }
  return Object.entries(value as Readonly<Record<string, YamlValue>>).flatMap(([name, item]) => {
    const key = `${indent}${scalar(name)}:`;
    return typeof item === 'object' ? [key, ...lines(item, `${indent}  `)] : [`${key} ${scalar(item)}`];
  });
}

/** A value as YAML in block style, with a final line break. Empty lists and objects do not occur. */
export function toYaml(value: YamlValue): string {
  return `${lines(value, '').join('\n')}\n`;
}
