import * as React from 'react';
import { Disclosure } from './disclosure.tsx';
import { Mark, worst, type MarkName } from './marks.tsx';
import { sectionSummary } from './sections.ts';
import { useServices } from './services.ts';

export namespace Section {
  export interface IProps {
    /** `files`, `registry` or `notebook`. */
    name: string;
    title: string;
    marks: readonly MarkName[];
    /** Stands instead of the count. */
    summary?: string;
    children: React.ReactNode;
  }
}

/** A part of the panel: its worst row decides its mark. Opens by itself for a problem, until a person decides. */
export function Section(props: Section.IProps): JSX.Element {
  const { trans } = useServices();
  const [chosen, setChosen] = React.useState<boolean | null>(null);
  const mark = worst(props.marks);
  const open = chosen ?? mark === 'problem';
  const heading = (
    <>
      <Mark mark={mark} trans={trans} />
      <span className="jp-KaptainRegistry-title">{props.title}</span>
      <span className="jp-KaptainRegistry-summary">{props.summary ?? sectionSummary(props.marks, trans)}</span>
    </>
  );
  return (
    <section className="jp-KaptainRegistry-section" data-section={props.name}>
      <h3>
        <Disclosure look="section" open={open} onToggle={() => setChosen(!open)} heading={heading}>
          {null}
        </Disclosure>
      </h3>
      {open ? <div className="jp-KaptainRegistry-sectionBody">{props.children}</div> : null}
    </section>
  );
}
