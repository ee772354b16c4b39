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

/** Who takes a step, with the way to reach them where it is known. */
export function Who(props: { by: Actor }): JSX.Element {
  const { trans } = useServices();
  const contacts = useContacts();
  const contact =
    props.by === 'cluster-admin'
      ? contacts.clusterAdmin
      : props.by === 'registry-owner'
        ? contacts.registryOwner
        : null;
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
