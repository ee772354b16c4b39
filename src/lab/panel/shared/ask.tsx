import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { messageFor, type Asked } from '../../../common/message.ts';
import { COMMAND } from '../../../common/ownCommand.ts';
import type { Finding } from '../../../common/report.ts';
import { sinceKey } from '../../client/since.ts';
import { useContacts } from './contact.tsx';
import { useServices } from './services.ts';
import { findingTexts } from './texts.ts';

const ASKED: readonly Asked[] = ['registry-owner', 'cluster-admin'];

function labelOf(asked: Asked, trans: TranslationBundle): string {
  return asked === 'registry-owner' ? trans.__('Ask registry owner') : trans.__('Ask cluster admin');
}

/** Copies a text to hand over, and says so. */
export function CopyMessage(props: { label: string; text: () => string }): JSX.Element {
  const { trans, copy, announce } = useServices();
  const [said, setSaid] = React.useState('');
  const onClick = (): void => {
    const say = (text: string): void => {
      setSaid(text);
      announce(text);
    };
    copy(props.text()).then(
      () => say(trans.__('Message copied: paste it into a mail or chat.')),
      () => say(trans.__('The browser did not allow copying.'))
    );
  };
  return (
    <>
      <Button
        className="jp-KaptainRegistry-button"
        title={trans.__('Copies a message with what was seen and what is needed; it holds no secret')}
        onClick={onClick}
      >
        {props.label}
      </Button>
      {said === '' ? null : <span className="jp-KaptainRegistry-note">{said}</span>}
    </>
  );
}

/** For what only somebody else can do: one message for each person who has to take a step. */
export function AskButtons(props: { finding: Finding; only?: Asked }): JSX.Element {
  const { checks, trans } = useServices();
  const contacts = useContacts();
  const { finding, only } = props;
  const texts = findingTexts(finding, trans);
  const asked = ASKED.filter(item => (only === undefined || only === item) && texts.fix.some(step => step.by === item));
  const textFor = (item: Asked): string =>
    messageFor(
      item,
      {
        ...texts,
        code: finding.code,
        subject: finding.subject,
        evidence: finding.evidence,
        since: checks.state.since.get(sinceKey(finding)) ?? checks.state.report?.startedAt ?? null,
        registry: checks.state.context?.registry ?? null,
        command: checks.state.site?.command ?? COMMAND
      },
      contacts,
      (text, ...values) => trans.__(text, ...values)
    );
  return (
    <>
      {asked.map(item => (
        <CopyMessage key={item} label={labelOf(item, trans)} text={() => textFor(item)} />
      ))}
    </>
  );
}
