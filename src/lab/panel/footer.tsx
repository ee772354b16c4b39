import { Time } from '@jupyterlab/coreutils';
import * as React from 'react';
import type { IRegistryState } from '../tokens.ts';
import { InsertButton } from './shared/insert.tsx';
import { useServices } from './shared/services.ts';

/** Milliseconds after which "2 min ago" is read again. */
const TICK_MS = 30_000;

export namespace Footer {
  export interface IProps {
    state: IRegistryState;
    /** The panel can be seen: only then does the time tick. */
    visible: boolean;
    withCell: boolean;
  }
}

/** The cell, unless the card offers it, and how fresh all this is. */
export function Footer(props: Footer.IProps): JSX.Element {
  const { finishedAt, report } = props.state;
  return (
    <div className="jp-KaptainRegistry-footer">
      {props.withCell ? <InsertButton primary={false} /> : null}
      {finishedAt === null || report === null ? null : (
        <Checked finishedAt={finishedAt} durationMs={report.durationMs} visible={props.visible} />
      )}
    </div>
  );
}

function Checked(props: { finishedAt: number; durationMs: number; visible: boolean }): JSX.Element {
  const { trans } = useServices();
  const { finishedAt, durationMs, visible } = props;
  const [, tick] = React.useReducer((count: number) => count + 1, 0);
  React.useEffect(() => {
    if (!visible) {
      return undefined;
    }
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [visible]);
  const date = new Date(finishedAt);
  return (
    <time className="jp-KaptainRegistry-when" dateTime={date.toISOString()} title={Time.format(date)}>
      {trans.__('checked %1 in %2 s', Time.formatHuman(date), (durationMs / 1000).toFixed(1))}
    </time>
  );
}
