import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';
import type { PartState } from '../../welcome/needs.ts';
import { Mark } from '../shared/marks.tsx';
import { useServices } from '../shared/services.ts';
import { stepTitle, type StepName } from './texts.ts';

export type StepState = PartState;

const MARKS = { done: 'ok', todo: 'waiting', later: 'waiting', problem: 'problem' } as const;

export namespace Step {
  export interface IProps {
    name: StepName;
    state: StepState;
    /** The first step that is not done. */
    current: boolean;
    /** A few words beneath the title: what is there, or what this step is about. */
    note: string;
    /** Opens a step again that is done; null where that makes no sense. */
    onChange: (() => void) | null;
    children: React.ReactNode;
  }
}

/** One step: a tick when it is done, its body as long as it is to do. */
export function Step(props: Step.IProps): JSX.Element {
  const { name, state, current, note, onChange, children } = props;
  const { trans } = useServices();
  return (
    <li
      className="jp-KaptainRegistry-setupStep"
      data-step={name}
      data-state={state}
      aria-current={current ? 'step' : undefined}
    >
      <h3 tabIndex={-1}>
        {stepTitle(name, trans)}
        {state === 'done' || state === 'problem' ? <Mark state={MARKS[state]} trans={trans} /> : null}
      </h3>
      <p className="jp-KaptainRegistry-note">
        {note}
        {onChange === null ? null : (
          <Button minimal small className="jp-KaptainRegistry-change" onClick={onChange}>
            {trans.__('Change')}
          </Button>
        )}
      </p>
      {state === 'todo' || state === 'problem' ? children : null}
    </li>
  );
}
