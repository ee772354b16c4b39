import * as React from 'react';
import type { Finding } from '../../../common/report.ts';
import { useServices } from './services.ts';

/** What was seen: values from outside are text, whole, and wrap anywhere. */
export function EvidenceList(props: { finding: Finding }): JSX.Element | null {
  const { trans } = useServices();
  const { evidence } = props.finding;
  if (evidence.length === 0) {
    return null;
  }
  return (
    <dl className="jp-KaptainRegistry-evidence" aria-label={trans.__('What was seen')}>
      {evidence.map((item, index) => (
        <React.Fragment key={index}>
          <dt>{trans.__(item.label)}</dt>
          <dd>{item.value}</dd>
        </React.Fragment>
      ))}
    </dl>
  );
}
