import type { Contacts } from '../../../common/contacts.ts';
import { hasHidden } from '../../../common/visible.ts';
import { first, UsageError, type Grammar, type Split } from './grammar.ts';

/** Options that name whom to ask. */
export const CONTACTS: Grammar = { 'contact-cluster-admin': 'value', 'contact-registry-owner': 'value' };

const LONGEST = 200;

/** Reads `--contact-*`. The texts are shown as they are, so they may not steer a terminal. */
export function contactsOf(verb: string, options: Split['options']): Contacts {
  const text = (name: string): string | null => {
    const given = first(options, name);
    if (given !== null && (given.length > LONGEST || hasHidden(given))) {
      throw new UsageError(`${verb}: --${name} takes one line of at most ${LONGEST} characters.`);
    }
    return given;
  };
  return { clusterAdmin: text('contact-cluster-admin'), registryOwner: text('contact-registry-owner') };
}
