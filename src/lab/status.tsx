import { GroupItem, TextItem } from '@jupyterlab/statusbar';
import type { TranslationBundle } from '@jupyterlab/translation';
import { ReactWidget } from '@jupyterlab/ui-components';
import { Signal, type ISignal } from '@lumino/signaling';
import * as React from 'react';
import type { RowState } from '../common/words.ts';
import { registryIcon } from './icons.ts';
import { headlineOf, headlineState, headlineTitle } from './panel/header/verdict.ts';
import { Mark } from './panel/shared/marks.tsx';
import type { IPanelSettings, IRegistryChecks } from './tokens.ts';
import { setupOf } from './welcome/needs.ts';

export namespace StatusItem {
  export interface IOptions {
    checks: IRegistryChecks;
    settings: IPanelSettings;
    trans: TranslationBundle;
    /** Opens the panel. */
    open: () => void;
  }
}

/** The verdict in a word or two; the sentence as its tooltip. Opens the panel. Says nothing before the first result. */
export class StatusItem extends ReactWidget {
  constructor(private readonly options: StatusItem.IOptions) {
    super();
    this.addClass('jp-KaptainRegistry-status');
    this.addClass('jp-mod-highlighted');
    options.checks.stateChanged.connect(this.onChanged, this);
    options.settings.changed.connect(this.onChanged, this);
  }

  /** Whether there is a result and the person wants to see it. */
  get isActive(): boolean {
    const { report, failure } = this.options.checks.state;
    return this.options.settings.showStatus && (report !== null || failure !== null);
  }

  get activeStateChanged(): ISignal<this, void> {
    return this.activeChanged;
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this.options.checks.stateChanged.disconnect(this.onChanged, this);
    this.options.settings.changed.disconnect(this.onChanged, this);
    super.dispose();
  }

  protected override render(): JSX.Element {
    const { checks, trans, open } = this.options;
    const headline = headlineOf(checks.state, checks.chosen);
    const setup = setupOf(checks.state, checks.chosen, false) !== null;
    const state = setup ? 'waiting' : headlineState(headline);
    const onKeyDown = (event: React.KeyboardEvent): void => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        open();
      }
    };
    return (
      <GroupItem
        spacing={2}
        role="button"
        tabIndex={0}
        title={setup ? trans.__('Set up your private registry') : headlineTitle(headline, trans)}
        onClick={open}
        onKeyDown={onKeyDown}
      >
        <registryIcon.react tag="span" stylesheet="statusBar" />
        <Mark state={state} trans={trans} />
        <TextItem source={setup ? trans.__('Registry not set up') : wordsOf(state, trans)} />
      </GroupItem>
    );
  }

  private onChanged(): void {
    const active = this.isActive;
    if (active !== this.wasActive) {
      this.wasActive = active;
      this.activeChanged.emit();
    }
    if (active) {
      this.update();
    }
  }

  private readonly activeChanged = new Signal<this, void>(this);
  private wasActive = false;
}

function wordsOf(state: RowState, trans: TranslationBundle): string {
  switch (state) {
    case 'ok':
      return trans.__('Registry works');
    case 'problem':
      return trans.__('Registry problem');
    case 'warning':
      return trans.__('Registry warning');
    case 'running':
      return trans.__('Checking registry');
    case 'unknown':
      return trans.__('Registry: cannot tell');
    default:
      return trans.__('Registry not checked');
  }
}
