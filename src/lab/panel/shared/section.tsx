import * as React from 'react';
import type { RowState } from '../../../common/words.ts';
import { Disclosure } from './disclosure.tsx';
import { Mark, worst } from './marks.tsx';
import { sectionSummary } from './sections.ts';
import { useServices } from './services.ts';

export namespace Section {
  export interface IProps {
    /** `files`, `registry` or `notebook`. */
    name: string;
    title: string;
    states: readonly RowState[];
    /** The run takes longer than usual: what it waits for is shown. */
    slow: boolean;
    children: React.ReactNode;
  }
}

/** A part of the panel: its worst row decides its mark. Opens by itself for a problem, until a person decides. */
export function Section(props: Section.IProps): JSX.Element {
  const { trans } = useServices();
  const [chosen, setChosen] = React.useState<boolean | null>(null);
  const found = worst(props.states);
  // Healthy means silent: notices show in their rows.
  const state = found === 'notice' && props.states.includes('ok') ? 'ok' : found;
  const open = chosen ?? (state === 'problem' || (props.slow && props.states.includes('running')));
  const heading = (
    <>
      <Mark state={state} trans={trans} />
      <span className="jp-KaptainRegistry-title">{props.title}</span>
      <span className="jp-KaptainRegistry-summary">{sectionSummary(props.states, trans)}</span>
    </>
  );
  return (
    <section className="jp-KaptainRegistry-section" data-section={props.name}>
      <Disclosure look="section" open={open} onToggle={() => setChosen(!open)} heading={heading}>
        {props.children}
      </Disclosure>
    </section>
  );
}
