import type { Code } from '../../common/catalogue/index.ts';
import { objectsArg } from '../../common/args.ts';
import type { FindingDraft } from '../../common/finding.ts';

/** Findings of one code and certificate become one: the programs that they concern are put together. */
export function mergeFindings<C extends Code>(findings: readonly FindingDraft<C>[]): FindingDraft<C>[] {
  const merged: FindingDraft<C>[] = [];
  const unusable = findings.some(({ variant }) => variant === 'file-unusable');
  for (const given of findings) {
    // That the file cannot be used says it for the builder as well.
    const finding = unusable && given.variant === 'builder-skips' ? { ...given, variant: 'file-unusable' } : given;
    const known = merged.findIndex(
      ({ code, variant, args }) =>
        code === finding.code &&
        variant === finding.variant &&
        String(args['subject']) === String(finding.args['subject'])
    );
    const other = merged[known];
    if (other === undefined) {
      merged.push(finding);
      continue;
    }
    const { severity: first, ...rest } = other;
    const severity = first === undefined || finding.severity === undefined ? undefined : first;
    merged[known] = {
      ...rest,
      consumers: { ...finding.consumers, ...other.consumers },
      args: mergedArgs(other, finding),
      ...(severity === undefined ? {} : { severity })
    };
  }
  return merged;
}

function mergedArgs(a: FindingDraft, b: FindingDraft): FindingDraft['args'] {
  const [one, two] = [a.args['what'], b.args['what']];
  return Array.isArray(one) && Array.isArray(two)
    ? { ...a.args, what: objectsArg([...new Set([...one, ...two].map(String))]) }
    : a.args;
}
