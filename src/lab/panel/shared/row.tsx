import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';
import type { Consumer } from '../../../common/finding.ts';
import type { Finding, RegistryReport } from '../../../common/report.ts';
import type { IRow } from '../../tokens.ts';
import { Breakable } from './breakable.tsx';
import { Disclosure } from './disclosure.tsx';
import { EvidenceList } from './evidence.tsx';
import { Mark, stateOfRow } from './marks.tsx';
import { useServices } from './services.ts';
import { consumerText, findingTexts, loginText, rowSummary } from './texts.ts';

/** Loaded with the first row that is opened. */
const Steps = React.lazy(async () => ({ default: (await import('./steps.tsx')).Steps }));

/** Limit of a whole run in seconds: no row can take longer. */
const LIMIT_S = 20;

/** The check of the login in the Docker config: its row says who finds which entry. */
const LOGIN_CHECK = 'cfg.login';

const CONSUMERS: readonly Consumer[] = ['sdk', 'builder', 'nodes'];

export namespace CheckRow {
  export interface IProps {
    row: IRow;
    /** Checks that wait for this one. */
    waiting: readonly IRow[];
    /** Verdicts of the registry that this row speaks of; null when it speaks of none. */
    registry: RegistryReport | null;
    /** The run takes longer than three seconds. */
    slow: boolean;
    /** Another registry than the chosen one: its name stands in the row. */
    foreign: boolean;
  }
}

/** One check: shape, word, title and a few words; everything else on demand. */
export function CheckRow(props: CheckRow.IProps): JSX.Element {
  const { row, waiting, registry, slow, foreign } = props;
  const { trans } = useServices();
  const [open, setOpen] = React.useState(false);
  const state = stateOfRow(row);
  const title = trans.__(row.planned.title);
  const heading = (
    <>
      <Mark state={state} trans={trans} />
      <span className="jp-KaptainRegistry-title">
        <Breakable text={foreign ? trans.__('%1 (%2)', title, row.planned.subject) : title} />
      </span>
      <span className="jp-KaptainRegistry-summary">
        <Breakable
          text={row.running && slow ? trans.__('still waiting (limit %1 s)', LIMIT_S) : rowSummary(row, trans)}
        />
      </span>
    </>
  );
  return (
    <li className="jp-KaptainRegistry-row" data-state={state} data-check={row.planned.id} data-old={row.old}>
      <Disclosure look="row" open={open} onToggle={() => setOpen(!open)} heading={heading}>
        <Details row={row} registry={registry} />
      </Disclosure>
      {!open && state === 'problem' && registry !== null ? <ConsumerLines registry={registry} /> : null}
      {waiting.length > 0 ? <Waiting rows={waiting} cause={null} /> : null}
    </li>
  );
}

function ConsumerLines(props: { registry: RegistryReport }): JSX.Element {
  const { checks, trans } = useServices();
  const findings = checks.state.report?.findings ?? [];
  return (
    <ul className="jp-KaptainRegistry-consumers">
      {CONSUMERS.map(consumer => (
        <li key={consumer}>{consumerText(consumer, props.registry, findings, trans)}</li>
      ))}
    </ul>
  );
}

/** Which login each consumer finds in the Docker config. */
function LoginLines(props: { registry: RegistryReport }): JSX.Element | null {
  const { trans } = useServices();
  const lines = CONSUMERS.map(consumer => loginText(consumer, props.registry, trans)).filter(text => text !== null);
  return lines.length === 0 ? null : (
    <>
      <h4>{trans.__('Which login each program finds')}</h4>
      <ul className="jp-KaptainRegistry-consumers">
        {lines.map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}

function Details(props: { row: IRow; registry: RegistryReport | null }): JSX.Element {
  const { checks, trans } = useServices();
  const { row, registry } = props;
  const again = (): void => {
    void checks.run({ only: [row.planned.id], clicked: true });
  };
  return (
    <div className="jp-KaptainRegistry-details">
      {row.old && row.check !== null ? (
        <p className="jp-KaptainRegistry-note">{trans.__('Result of an earlier run.')}</p>
      ) : null}
      {row.findings.map((finding, index) => (
        <FindingDetails key={index} finding={finding} />
      ))}
      {row.findings.length === 0 && row.check !== null ? (
        <p className="jp-KaptainRegistry-note">
          {trans.__('Nothing to say beyond that. It took %1 ms.', Math.round(row.check.durationMs))}
        </p>
      ) : null}
      {registry !== null && row.findings.some(finding => finding.consumers !== undefined) ? (
        <ConsumerLines registry={registry} />
      ) : null}
      {registry !== null && row.planned.id === LOGIN_CHECK ? <LoginLines registry={registry} /> : null}
      <Button small className="jp-KaptainRegistry-button" onClick={again}>
        {trans.__('Run this check again')}
      </Button>
    </div>
  );
}

/** A finding with all that is known of it: why, what was seen, what to do. */
export function FindingDetails(props: { finding: Finding }): JSX.Element {
  const { trans } = useServices();
  const { finding } = props;
  const texts = findingTexts(finding, trans);
  return (
    <section className="jp-KaptainRegistry-finding">
      <h4>{texts.title}</h4>
      <p>{texts.explanation}</p>
      <EvidenceList finding={finding} />
      {texts.fix.length > 0 ? (
        <React.Suspense fallback={null}>
          <Steps steps={texts.fix} />
        </React.Suspense>
      ) : null}
      <p className="jp-KaptainRegistry-note">{finding.code}</p>
    </section>
  );
}

export namespace Waiting {
  export interface IProps {
    rows: readonly IRow[];
    /** The check they wait for, when it stands in another section. */
    cause: IRow | null;
  }
}

/** Checks that could not run yet: not a fault of their own, so one quiet line. */
export function Waiting(props: Waiting.IProps): JSX.Element {
  const { trans } = useServices();
  const [open, setOpen] = React.useState(false);
  const { rows, cause } = props;
  const count = rows.length;
  const text =
    cause === null
      ? trans._n('%1 check waits for this', '%1 checks wait for this', count)
      : trans._n('%1 check waits for: %2', '%1 checks wait for: %2', count, trans.__(cause.planned.title));
  const heading = (
    <>
      <Mark state="waiting" trans={trans} />
      <span className="jp-KaptainRegistry-title">{text}</span>
    </>
  );
  return (
    <div className="jp-KaptainRegistry-waiting">
      <Disclosure look="row" open={open} onToggle={() => setOpen(!open)} heading={heading}>
        <ul>
          {rows.map(row => (
            <li key={`${row.planned.id} ${row.planned.subject}`}>{trans.__(row.planned.title)}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
