import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';
import { Disclosure } from '../shared/disclosure.tsx';
import { useServices } from '../shared/services.ts';
import type { IPlaces } from '../../tokens.ts';
import type { RunContext } from '../../../common/protocol.ts';

/** Longest path that the checks read. */
const LONGEST = 1024;

/** Whether a text can be the place of a file: empty for the default, else an absolute path without control characters. */
export function isPlace(text: string): boolean {
  return text === '' || (text.startsWith('/') && text.length <= LONGEST && !/\p{Cc}/u.test(text));
}

export namespace Places {
  export interface IProps {
    places: IPlaces;
    context: RunContext | null;
    onSave: (places: IPlaces) => void;
  }
}

/** Other places of the two files, for whoever does not follow the guide. */
export function Places(props: Places.IProps): JSX.Element {
  const { trans } = useServices();
  const [open, setOpen] = React.useState(false);
  const { places } = props;
  const custom = places.dockerConfig !== null || places.caFile !== null;
  const heading = (
    <>
      <span className="jp-KaptainRegistry-title">{trans.__('Places of the files')}</span>
      <span className="jp-KaptainRegistry-summary">{custom ? trans.__('chosen here') : trans.__('default')}</span>
    </>
  );
  return (
    <div className="jp-KaptainRegistry-places">
      <Disclosure look="row" open={open} onToggle={() => setOpen(!open)} heading={heading}>
        <PlacesForm {...props} />
      </Disclosure>
    </div>
  );
}

/** The form alone. */
export function PlacesForm(props: Places.IProps): JSX.Element {
  const { trans } = useServices();
  const { places, context, onSave } = props;
  const [dockerConfig, setDockerConfig] = React.useState(places.dockerConfig ?? '');
  const [caFile, setCaFile] = React.useState(places.caFile ?? '');
  const [refused, setRefused] = React.useState(false);
  const onSubmit = (event: React.FormEvent): void => {
    event.preventDefault();
    const [config, ca] = [dockerConfig.trim(), caFile.trim()];
    const bad = !isPlace(config) || !isPlace(ca);
    setRefused(bad);
    if (!bad) {
      onSave({ dockerConfig: config === '' ? null : config, caFile: ca === '' ? null : ca });
    }
  };
  return (
    <form className="jp-KaptainRegistry-form" onSubmit={onSubmit} noValidate>
      <PlaceInput
        label={trans.__('Docker config')}
        used={context?.places.dockerConfig.path ?? ''}
        text={dockerConfig}
        refused={refused}
        onText={setDockerConfig}
      />
      <PlaceInput
        label={trans.__('CA certificate')}
        used={context?.places.caFile.path ?? ''}
        text={caFile}
        refused={refused}
        onText={setCaFile}
      />
      <p className="jp-KaptainRegistry-note">{trans.__('Leave a field empty for the default place.')}</p>
      <div className="jp-KaptainRegistry-buttons">
        <Button type="submit" small className="jp-KaptainRegistry-button">
          {trans.__('Use and check')}
        </Button>
      </div>
    </form>
  );
}

interface PlaceInputProps {
  label: string;
  /** Path that the last run used. */
  used: string;
  text: string;
  /** The form was sent with a path that is none. */
  refused: boolean;
  onText: (text: string) => void;
}

function PlaceInput(props: PlaceInputProps): JSX.Element {
  const { trans } = useServices();
  const id = React.useId();
  const wrong = props.refused && !isPlace(props.text.trim());
  return (
    <>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className="jp-KaptainRegistry-input"
        type="text"
        spellCheck={false}
        autoComplete="off"
        placeholder={props.used}
        value={props.text}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-fault` : undefined}
        onChange={event => props.onText(event.target.value)}
      />
      {wrong ? (
        <p id={`${id}-fault`} className="jp-KaptainRegistry-fault" role="alert">
          {trans.__('Give the whole path, beginning with a slash.')}
        </p>
      ) : null}
    </>
  );
}
