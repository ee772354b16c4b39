import { Button, HTMLSelect } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { hostArg } from '../../../common/args.ts';
import { parseHost, type HostFault } from '../../../common/host.ts';
import { useServices } from '../shared/services.ts';

/** Value of the entry that opens the box; no host can be called so. */
const OTHER = '…';

/** Why what was typed is no registry, as an instruction. */
export function faultText(fault: HostFault, trans: TranslationBundle): string {
  switch (fault) {
    case 'empty':
      return trans.__('Type the registry as host or host:port.');
    case 'scheme':
      return trans.__('Leave out http:// or https://: only host or host:port.');
    case 'path':
      return trans.__('Leave out everything from the slash on: only host or host:port.');
    case 'space':
      return trans.__('Leave out the blanks.');
    case 'port':
      return trans.__('The port is a number from 1 to 65535.');
    case 'userinfo':
      return trans.__('Leave out the user name: only host or host:port.');
    case 'characters':
      return trans.__('A host has letters, digits, dots and hyphens only; an IPv6 address stands in brackets.');
  }
}

export namespace Chooser {
  export interface IProps {
    /** Registry that the checks speak of; null when none is chosen. */
    current: string | null;
    known: readonly string[];
    onChoose: (host: string) => void;
  }
}

/** Which registry: those of the Docker config, or another one that is typed. */
export function Chooser(props: Chooser.IProps): JSX.Element {
  const { current, known, onChoose } = props;
  const { trans } = useServices();
  const [typing, setTyping] = React.useState(false);
  const select = React.useRef<HTMLSelectElement | null>(null);
  const hosts = [...new Set([...(current === null ? [] : [current]), ...known])];
  const options = [
    ...(current === null ? [{ value: '', label: trans.__('Choose a registry…') }] : []),
    ...hosts.map(host => ({ value: host, label: hostArg(host) })),
    { value: OTHER, label: trans.__('Type another…') }
  ];
  const close = (): void => {
    setTyping(false);
    select.current?.focus();
  };
  const onChange = (event: React.ChangeEvent<HTMLSelectElement>): void => {
    const { value } = event.target;
    setTyping(value === OTHER);
    if (value !== OTHER && value !== '' && value !== current) {
      onChoose(value);
    }
  };
  return (
    <div className="jp-KaptainRegistry-chooser">
      <HTMLSelect
        aria-label={trans.__('Registry')}
        title={current === null ? undefined : hostArg(current)}
        elementRef={node => (select.current = node)}
        options={options}
        value={typing ? OTHER : (current ?? '')}
        onChange={onChange}
      />
      {typing ? (
        <OtherRegistry
          onCancel={close}
          onUse={host => {
            close();
            onChoose(host);
          }}
        />
      ) : null}
    </div>
  );
}

/** The box for a registry that stands in no file. Nothing is sent before it is a host by grammar. */
function OtherRegistry(props: { onUse: (host: string) => void; onCancel: () => void }): JSX.Element {
  const { trans } = useServices();
  const [text, setText] = React.useState('');
  const [fault, setFault] = React.useState<HostFault | null>(null);
  const id = React.useId();
  const input = React.useRef<HTMLInputElement>(null);
  React.useEffect(() => input.current?.focus(), []);
  const onSubmit = (event: React.FormEvent): void => {
    event.preventDefault();
    const parsed = parseHost(text.trim());
    if (parsed.ok) {
      props.onUse(parsed.given);
    } else {
      setFault(parsed.fault);
      input.current?.focus();
    }
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      props.onCancel();
    }
  };
  return (
    <form className="jp-KaptainRegistry-form" onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <label htmlFor={id}>{trans.__('Another registry')}</label>
      <input
        ref={input}
        id={id}
        className="jp-KaptainRegistry-input"
        type="text"
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
      {fault === null ? null : (
        <p id={`${id}-fault`} className="jp-KaptainRegistry-fault" role="alert">
          {faultText(fault, trans)}
        </p>
      )}
      <div className="jp-KaptainRegistry-buttons">
        <Button type="submit" small className="jp-KaptainRegistry-button jp-mod-primary">
          {trans.__('Check this registry')}
        </Button>
        <Button type="button" small className="jp-KaptainRegistry-button" onClick={props.onCancel}>
          {trans.__('Cancel')}
        </Button>
      </div>
    </form>
  );
}
