import * as React from 'react';
import type { Way } from '../../welcome/progress.ts';
import { useServices } from '../shared/services.ts';

export namespace Ways {
  export interface IProps {
    way: Way;
    /** The person has read it: the titles are enough. */
    short: boolean;
    onChoose: (way: Way) => void;
  }
}

/** For this notebook only, or for good: what each takes, in two sentences. */
export function Ways(props: Ways.IProps): JSX.Element {
  const { trans } = useServices();
  const name = React.useId();
  const ways: readonly { way: Way; title: string; text: string }[] = [
    {
      way: 'now',
      title: trans.__('This notebook only'),
      text: trans.__('Uses files of this notebook. No cluster permissions, no restart.')
    },
    {
      way: 'for-good',
      title: trans.__('All new notebooks'),
      text: trans.__(
        'Two Secrets and a PodDefault bring the files into every new notebook. It needs a new notebook on the same volume with the PodDefault ticked.'
      )
    }
  ];
  return (
    <fieldset className="jp-KaptainRegistry-ways">
      <legend className="jp-KaptainRegistry-spoken">{trans.__('For how long?')}</legend>
      {ways.map(({ way, title, text }) => (
        <label key={way} title={props.short ? text : undefined}>
          <input type="radio" name={name} checked={props.way === way} onChange={() => props.onChoose(way)} />
          <span>
            <strong>{title}</strong>
            {props.short ? null : <span className="jp-KaptainRegistry-note">{text}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
