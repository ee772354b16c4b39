import { objectArg, type ObjectArg } from '../../common/args.ts';
import type { EnvironmentFacts } from '../facts.ts';

/** Namespace for a command; a word to replace when it is not known. */
export function namespaceOf(environment: EnvironmentFacts): ObjectArg {
  return objectArg(environment.namespace ?? 'YOUR-NAMESPACE');
}
