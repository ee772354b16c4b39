import type { Actor } from './catalogue/types.ts';

/** Whom to ask, as an administrator wrote it: a name, an address or a link. Null = not given. */
export interface Contacts {
  clusterAdmin: string | null;
  registryOwner: string | null;
}

export const NO_CONTACTS: Contacts = { clusterAdmin: null, registryOwner: null };

/** Who takes a step, with the way to reach them where it is known: `registry owner (registry@corp.example)`. */
export function whom(actor: Exclude<Actor, 'you'>, contacts: Contacts): string {
  const [word, contact] =
    actor === 'cluster-admin'
      ? ['cluster admin', contacts.clusterAdmin]
      : (['registry owner', contacts.registryOwner] as const);
  return contact === null ? word : `${word} (${contact})`;
}

/** What stands behind the word for an actor; empty for oneself and without a contact. */
export function contactOf(actor: Actor, contacts: Contacts): string {
  const contact = actor === 'you' ? null : actor === 'cluster-admin' ? contacts.clusterAdmin : contacts.registryOwner;
  return contact === null ? '' : `: ${contact}`;
}
