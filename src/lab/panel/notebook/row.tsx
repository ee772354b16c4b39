import * as React from 'react';
import type { INotebookRow } from '../../tokens.ts';
import { Disclosure } from '../shared/disclosure.tsx';
import { Mark, stateOfNotebookRow } from '../shared/marks.tsx';
import { FindingDetails } from '../shared/row.tsx';
import { useServices } from '../shared/services.ts';

/** One thing that is known of the current notebook. Its texts come translated. */
export function NotebookRowItem(props: { row: INotebookRow }): JSX.Element {
  const { row } = props;
  const { trans } = useServices();
  const [open, setOpen] = React.useState(false);
  const state = stateOfNotebookRow(row);
  const findings = row.findings ?? [];
  const heading = (
    <>
      <Mark state={state} trans={trans} />
      <span className="jp-KaptainRegistry-title">{row.title}</span>
      <span className="jp-KaptainRegistry-summary">{row.summary}</span>
    </>
  );
  return (
    <li className="jp-KaptainRegistry-row" data-state={state}>
      {findings.length === 0 ? (
        <div className="jp-KaptainRegistry-plain">{heading}</div>
      ) : (
        <Disclosure look="row" open={open} onToggle={() => setOpen(!open)} heading={heading}>
          <div className="jp-KaptainRegistry-details">
            {findings.map((finding, index) => (
              <FindingDetails key={index} finding={finding} />
            ))}
          </div>
        </Disclosure>
      )}
    </li>
  );
}
