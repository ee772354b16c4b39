import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';
import type { Section as SectionName } from '../../common/protocol.ts';
import type { Finding, RegistryReport, Report } from '../../common/report.ts';
import type { INotebookRow, IRegistryState } from '../tokens.ts';
import { Footer } from './footer.tsx';
import { Places } from './files/places.tsx';
import { FailureCard } from './failure/lazy.tsx';
import { FailureRow } from './failure/row.tsx';
import { HeadlineCard } from './header/card.tsx';
import { Chooser } from './header/chooser.tsx';
import { Picture } from './header/picture.tsx';
import { headlineOf, registryOf } from './header/verdict.ts';
import { NotebookRowItem } from './notebook/row.tsx';
import { stateOfNotebookRow, stateInSection } from './shared/marks.tsx';
import { useFocusKept } from './shared/focus.ts';
import { CheckRow, Waiting } from './shared/row.tsx';
import { Section } from './shared/section.tsx';
import { entriesOf } from './shared/sections.ts';
import { useServices, useSignal } from './shared/services.ts';
import { useWatch } from './shared/watch.ts';
import { hostsInCells } from '../welcome/offers.ts';
import { useSetup } from './welcome/shown.ts';

/** Milliseconds after which a row says that it still waits. */
const SLOW_MS = 3_000;

/** Loaded when they are shown: whoever has everything fetches neither. */
const FixView = React.lazy(async () => ({ default: (await import('./header/fix.tsx')).FixView }));
const Welcome = React.lazy(async () => ({ default: (await import('./welcome/view.tsx')).Welcome }));

const NO_ROWS: readonly INotebookRow[] = [];

/** Whether the run under way takes longer than usual. */
function useSlow(startedAt: number | null): boolean {
  const [slow, setSlow] = React.useState(false);
  React.useEffect(() => {
    setSlow(false);
    if (startedAt === null) {
      return undefined;
    }
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, [startedAt]);
  return slow;
}

/**
 * The finding whose fix is shown. It follows the report: what a newer one no longer finds needs no fix, and what it says
 * more about the same finding is shown.
 */
function useFix(report: Report | null): [Finding | null, (finding: Finding | null) => void] {
  const [fix, setFix] = React.useState<{ finding: Finding; reported: boolean } | null>(null);
  const inReport = fix === null ? undefined : report?.findings.find(item => isSame(item, fix.finding));
  const gone = fix !== null && fix.reported && inReport === undefined;
  React.useEffect(() => {
    if (gone) {
      setFix(null);
    } else if (inReport !== undefined) {
      setFix(before => (before === null ? null : { finding: inReport, reported: true }));
    }
  }, [gone, inReport]);
  const show = React.useCallback(
    (finding: Finding | null): void => setFix(finding === null ? null : { finding, reported: false }),
    []
  );
  return [fix === null || gone ? null : (inReport ?? fix.finding), show];
}

function isSame(a: Finding, b: Finding): boolean {
  return a.code === b.code && a.subject === b.subject && a.variant === b.variant;
}

/** Whether something is left to fix. */
function isOpen(report: Report | null): boolean {
  return report?.findings.some(item => item.severity !== 'info') ?? false;
}

/** Everything below the panel's toolbar. */
export function PanelBody(props: { visible: boolean }): JSX.Element {
  const { checks, failures, welcome, trans } = useServices();
  const state = useSignal(checks.stateChanged, () => checks.state);
  const chosen = useSignal(checks.stateChanged, () => checks.chosen);
  const asked = useSignal(failures?.changed, () => failures?.current?.cell ?? null);
  const [fix, setFix] = useFix(state.report);
  const fixButton = React.useRef<HTMLButtonElement>(null);
  const returning = React.useRef(false);
  React.useEffect(() => {
    if (fix === null && returning.current) {
      returning.current = false;
      fixButton.current?.focus();
    }
  }, [fix]);
  React.useEffect(() => {
    // Whoever asks why a cell failed sees the answer, whatever the panel showed before.
    if (asked !== null) {
      setFix(null);
    }
  }, [asked]);
  const back = (): void => {
    returning.current = true;
    setFix(null);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape' && fix !== null && !state.running) {
      back();
    }
  };
  const choose = (host: string): void => {
    setFix(null);
    checks.choose(host);
    void checks.run();
  };
  const { shown, onBack } = useSetup(state, chosen);
  useWatch(checks, {
    typist: welcome?.typist ?? null,
    visible: props.visible,
    open: shown !== null || isOpen(state.report),
    following: fix !== null
  });
  if (shown !== null && fix === null && asked === null) {
    return (
      <div className="jp-KaptainRegistry-body">
        <FailedCell />
        <React.Suspense fallback={null}>
          <Welcome {...shown} state={state} onChoose={choose} onShowFix={setFix} />
        </React.Suspense>
      </div>
    );
  }
  return (
    <div className="jp-KaptainRegistry-body" onKeyDown={onKeyDown}>
      <Chooser
        current={chosen ?? state.context?.registry ?? null}
        known={state.context === null ? [] : [...state.context.known, ...hostsInCells(welcome?.cells() ?? [])]}
        onChoose={choose}
      />
      {onBack === null ? null : (
        <Button className="jp-KaptainRegistry-button jp-KaptainRegistry-back" onClick={onBack}>
          {trans.__('Set up step by step')}
        </Button>
      )}
      {fix === null ? (
        <Overview state={state} chosen={chosen} visible={props.visible} fixButton={fixButton} onShowFix={setFix} />
      ) : (
        <React.Suspense fallback={null}>
          <FixView finding={fix} onBack={back} />
        </React.Suspense>
      )}
    </div>
  );
}

interface OverviewProps {
  state: IRegistryState;
  chosen: string | null;
  visible: boolean;
  fixButton: React.RefObject<HTMLButtonElement>;
  onShowFix: (finding: Finding) => void;
}

function Overview(props: OverviewProps): JSX.Element {
  const { state, chosen } = props;
  const { checks, failures, trans } = useServices();
  const failure = useSignal(failures?.changed, () => failures?.current ?? null);
  const slow = useSlow(state.startedAt);
  const headline = headlineOf(state, chosen);
  const registry = registryOf(state, chosen);
  const parts = { state, slow, registry, host: chosen ?? state.context?.registry ?? null };
  return (
    <>
      {registry === null ? null : <Picture registry={registry} old={state.running} />}
      {failures === null || failure === null ? (
        <HeadlineCard headline={headline} state={state} fixButton={props.fixButton} onShowFix={props.onShowFix} />
      ) : (
        <React.Suspense fallback={null}>
          <FailureCard failures={failures} failure={failure} fixButton={props.fixButton} onShowFix={props.onShowFix} />
        </React.Suspense>
      )}
      <FailedCell />
      {state.running ? <Progress state={state} /> : null}
      {state.rows.length === 0 ? null : (
        <>
          <CheckSection name="files" title={trans.__('Files')} {...parts}>
            <Places
              places={checks.places}
              context={state.context}
              onSave={places => {
                checks.setPlaces(places);
                void checks.run();
              }}
            />
          </CheckSection>
          <CheckSection name="registry" title={trans.__('Registry')} {...parts} />
        </>
      )}
      <NotebookSection state={state} slow={slow} />
      <Footer state={state} visible={props.visible} withCell={headline.kind !== 'clean'} />
    </>
  );
}

/** The row of a cell that failed and is not explained yet. */
function FailedCell(): JSX.Element | null {
  const { failures } = useServices();
  const explained = useSignal(failures?.changed, () => failures?.current?.cell.id ?? null);
  const failed = useSignal(failures?.changed, () => failures?.latest ?? null);
  return failures === null || failed === null || failed.id === explained ? null : (
    <ul className="jp-KaptainRegistry-rows">
      <FailureRow failures={failures} cell={failed} />
    </ul>
  );
}

/** How far the run is, and the way to end it. */
function Progress(props: { state: IRegistryState }): JSX.Element {
  const { checks, trans } = useServices();
  const { rows } = props.state;
  const left = rows.filter(row => row.running).length;
  const bar = useFocusKept<HTMLDivElement>();
  return (
    <div className="jp-KaptainRegistry-progress" ref={bar}>
      <span>{left === 0 ? trans.__('Starting…') : trans.__('Checked %1 of %2', rows.length - left, rows.length)}</span>
      <Button
        small
        className="jp-KaptainRegistry-button"
        title={trans.__('Cancel (Esc)')}
        onClick={() => checks.cancel()}
      >
        {trans.__('Cancel')}
      </Button>
    </div>
  );
}

interface CheckSectionProps {
  name: SectionName;
  title: string;
  state: IRegistryState;
  slow: boolean;
  registry: RegistryReport | null;
  /** Registry that the panel speaks of, also before its report is there. */
  host: string | null;
  children?: React.ReactNode;
}

function CheckSection(props: CheckSectionProps): JSX.Element | null {
  const { name, title, state, children } = props;
  const rows = state.rows.filter(row => row.section === name);
  if (rows.length === 0) {
    return null;
  }
  return (
    <Section name={name} title={title} states={rows.map(stateInSection)} slow={props.slow}>
      <CheckRows {...props} />
      {children}
    </Section>
  );
}

function CheckRows(props: Omit<CheckSectionProps, 'title'>): JSX.Element {
  const { name, state, slow, registry, host } = props;
  const entries = entriesOf(
    state.rows.filter(row => row.section === name),
    state.rows
  );
  return (
    <ul className="jp-KaptainRegistry-rows">
      {entries.map(entry =>
        entry.kind === 'row' ? (
          <CheckRow
            key={`${entry.row.planned.id} ${entry.row.planned.subject}`}
            row={entry.row}
            waiting={entry.waiting}
            registry={registry?.host === entry.row.planned.subject ? registry : null}
            slow={slow}
            foreign={isForeign(entry.row.planned.subject, host)}
          />
        ) : (
          <li key={`waits ${entry.cause?.planned.id ?? ''}`} className="jp-KaptainRegistry-row">
            <Waiting rows={entry.rows} cause={entry.cause} />
          </li>
        )
      )}
    </ul>
  );
}

/** Whether a row speaks of another registry than the chosen one, not of a file or of this notebook as a whole. */
function isForeign(subject: string, host: string | null): boolean {
  return host !== null && subject !== '' && !subject.startsWith('/') && subject !== host;
}

/** What the cell's plugin says about the current notebook, and the checks of it. */
function NotebookSection(props: { state: IRegistryState; slow: boolean }): JSX.Element | null {
  const { notebook, trans } = useServices();
  const own = useSignal(notebook?.changed, () => notebook?.rows ?? NO_ROWS);
  const { state, slow } = props;
  const checked = state.rows.filter(row => row.section === 'notebook');
  if (own.length === 0 && checked.length === 0) {
    return null;
  }
  return (
    <Section
      name="notebook"
      title={trans.__('Notebook')}
      states={[...own.map(stateOfNotebookRow), ...checked.map(stateInSection)]}
      slow={slow}
    >
      {own.length === 0 ? null : (
        <ul className="jp-KaptainRegistry-rows">
          {own.map(row => (
            <NotebookRowItem key={row.title} row={row} />
          ))}
        </ul>
      )}
      {checked.length === 0 ? null : (
        <CheckRows name="notebook" state={state} slow={slow} registry={null} host={null} />
      )}
    </Section>
  );
}
