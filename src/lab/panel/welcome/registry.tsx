import { HTMLSelect } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { hostArg } from '../../../common/args.ts';
import { parseHost, type HostFault } from '../../../common/host.ts';
import type { Offer, OfferSource } from '../../welcome/offers.ts';
import { faultText } from '../header/chooser.tsx';
import { Who } from '../shared/contact.tsx';
import { useServices } from '../shared/services.ts';

/** Value of the entry that opens the box; no host can be called so. */
const OTHER = '…';

function sourceText(from: OfferSource, trans: TranslationBundle): string {
  switch (from) {
    case 'administrator':
      return trans.__('named by your administrator');
    case 'notebook':
      return trans.__('found in this notebook');
    case 'docker-config':
      return trans.__('found in your Docker config');
    case 'environment':
      return trans.__('found in the environment of this notebook');
  }
}

export namespace RegistryForm {
  export interface IProps {
    /** Id of the form, for the button that sends it from elsewhere. */
    id: string;
    offers: readonly Offer[];
    /** Whether a registry may be typed. */
    mayType: boolean;
    /** A registry by grammar; only now it may be contacted. */
    onUse: (host: string) => void;
  }
}

/** Which registry: one that was found, or another one that is typed. Nothing is contacted before the form is sent. */
export function RegistryForm(props: RegistryForm.IProps): JSX.Element {
  const { id, offers, mayType, onUse } = props;
  const { trans } = useServices();
  const [picked, setPicked] = React.useState<string | null>(null);
  const [text, setText] = React.useState('');
  const [fault, setFault] = React.useState<HostFault | null>(null);
  const input = React.useRef<HTMLInputElement>(null);
  const selected = picked ?? offers[0]?.host ?? OTHER;
  const offer = offers.find(item => item.host === selected);
  const onSubmit = (event: React.FormEvent): void => {
    event.preventDefault();
    const parsed = parseHost(offer === undefined ? text.trim() : offer.host);
    if (parsed.ok) {
      onUse(parsed.given);
    } else {
      setFault(parsed.fault);
      input.current?.focus();
    }
  };
  return (
    <form id={id} className="jp-KaptainRegistry-form" onSubmit={onSubmit} noValidate>
      {offers.length === 0 ? null : (
        <HTMLSelect
          aria-label={trans.__('Registry')}
          options={[
            ...offers.map(({ host }) => ({ value: host, label: hostArg(host) })),
            ...(mayType ? [{ value: OTHER, label: trans.__('Type another…') }] : [])
          ]}
          value={selected}
          onChange={event => {
            setPicked(event.target.value);
            setFault(null);
          }}
        />
      )}
      {offer === undefined && !mayType ? (
        <p className="jp-KaptainRegistry-note">
          {trans.__('Your administrator decides which registry is used here, and has named none yet.')}
          <Who by="cluster-admin" />
        </p>
      ) : offer === undefined ? (
        <input
          ref={input}
          className="jp-KaptainRegistry-input"
          type="text"
          aria-label={trans.__('Address of the registry')}
          spellCheck={false}
          autoComplete="off"
          placeholder={trans.__('host:port')}
          value={text}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : `${id}-fault`}
          onChange={event => {
            setText(event.target.value);
            setFault(null);
          }}
        />
      ) : (
        <span className="jp-KaptainRegistry-note">{sourceText(offer.from, trans)}</span>
      )}
      {fault === null ? null : (
        <p id={`${id}-fault`} className="jp-KaptainRegistry-fault" role="alert">
          {faultText(fault, trans)}
        </p>
      )}
    </form>
  );
}
