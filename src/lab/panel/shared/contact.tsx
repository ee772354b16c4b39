import * as React from 'react';
import type { Actor } from '../../../common/catalogue/types.ts';
import { NO_CONTACTS, type Contacts } from '../../../common/contacts.ts';
import { contactLink } from '../../../common/message.ts';
import { useServices, useSignal } from './services.ts';
import { actorName } from './texts.ts';

/** Whom to ask, as the server's administrator wrote it. */
export function useContacts(): Contacts {
  const { checks } = useServices();
  return useSignal(checks.stateChanged, () => checks.state.site?.contacts ?? NO_CONTACTS);
}

/** How to reach whoever takes a step; null for oneself and where it is not known. */
export function useContact(by: Actor): string | null {
  const contacts = useContacts();
  switch (by) {
    case 'you':
      return null;
    case 'cluster-admin':
      return contacts.clusterAdmin;
    case 'registry-owner':
      return contacts.registryOwner;
  }
}

/** Who takes a step, with the way to reach them where it is known. */
export function Who(props: { by: Actor }): JSX.Element {
  const { trans } = useServices();
  const contact = useContact(props.by);
  return (
    <>
      <span className="jp-KaptainRegistry-who">{actorName(props.by, trans)}</span>
      {contact === null ? null : <ContactText text={contact} />}
    </>
  );
}

function ContactText(props: { text: string }): JSX.Element {
  const link = contactLink(props.text);
  return (
    <span className="jp-KaptainRegistry-contact">
      {link === null ? (
        props.text
      ) : (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {props.text.replace(/^mailto:/i, '')}
        </a>
      )}
    </span>
  );
}
