import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';
import type { ICellFailures, IFailedCell } from '../../failure/tokens.ts';
import { Mark } from '../shared/marks.tsx';
import { useServices } from '../shared/services.ts';

/** A cell of the current notebook that failed, and the way to its cause. */
export function FailureRow(props: { failures: ICellFailures; cell: IFailedCell }): JSX.Element {
  const { trans } = useServices();
  const { failures, cell } = props;
  return (
    <li className="jp-KaptainRegistry-row" data-state="notice">
      <div className="jp-KaptainRegistry-plain">
        <Mark state="notice" trans={trans} />
        <span className="jp-KaptainRegistry-title">
          {cell.count === null ? trans.__('A cell failed') : trans.__('Cell [%1] failed', cell.count)}
        </span>
        <Button small className="jp-KaptainRegistry-button" onClick={() => void failures.explain(cell)}>
          {trans.__('Why did this cell fail?')}
        </Button>
      </div>
    </li>
  );
}
