import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import {
  ellipsesIcon,
  MenuSvg,
  ReactWidget,
  refreshIcon,
  SidePanel,
  Toolbar,
  ToolbarButton
} from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import { Panel, Widget } from '@lumino/widgets';
import * as React from 'react';
import {
  CommandIDs,
  DOMAIN,
  PANEL_ID,
  type INotebookSection,
  type IPanelSettings,
  type IRegistryChecks
} from '../tokens.ts';
import type { ICellFailures } from '../failure/tokens.ts';
import { copyText } from '../clipboard.ts';
import { loadEntries } from '../entries.ts';
import type { IWelcomeServices } from '../welcome/services.ts';
import { registryIcon } from '../icons.ts';
import { PanelBody } from './body.tsx';
import { headlineOf, headlineTitle } from './header/verdict.ts';
import { stateOfRow } from './shared/marks.tsx';
import { endSentence } from './shared/sections.ts';
import { Services, type PanelServices } from './shared/services.ts';

export namespace RegistryPanel {
  export interface IOptions {
    checks: IRegistryChecks;
    settings: IPanelSettings;
    commands: JupyterFrontEnd['commands'];
    translator: ITranslator;
    notebook: INotebookSection | null;
    failures?: ICellFailures | null;
    welcome: IWelcomeServices | null;
  }
}

/** The panel "Private Registry" of the side area. Sends nothing before its first show. */
export class RegistryPanel extends SidePanel {
  constructor(options: RegistryPanel.IOptions) {
    super({ content: new Panel(), translator: options.translator });
    const trans = options.translator.load(DOMAIN);
    this.trans = trans;
    this.isEnglish = /^en\b/i.test(options.translator.languageCode.replace('_', '-'));
    this.checks = options.checks;
    this.settings = options.settings;
    this.id = PANEL_ID;
    this.addClass('jp-KaptainRegistry-panel');
    this.title.icon = registryIcon;
    this.title.caption = trans.__('Private Registry');
    this.title.dataset = { 'jp-tab-label': trans.__('Private Registry') };
    this.node.tabIndex = -1;
    this.content.node.setAttribute('role', 'region');
    this.content.node.setAttribute('aria-label', trans.__('Private Registry'));

    this.menu = new MenuSvg({ commands: options.commands });
    this.header.addWidget(headline(trans));
    this.header.addWidget(this.makeToolbar(options.commands));
    this.body = new BodyWidget({
      checks: options.checks,
      commands: options.commands,
      trans,
      notebook: options.notebook,
      failures: options.failures ?? null,
      welcome: options.welcome,
      copy: copyText,
      announce: text => this.announce(text)
    });
    this.addWidget(this.body);
    this.live = document.createElement('div');
    this.live.className = 'jp-KaptainRegistry-spoken';
    this.live.setAttribute('role', 'status');
    this.live.setAttribute('aria-live', 'polite');
    this.node.appendChild(this.live);

    this.checks.stateChanged.connect(this.onStateChanged, this);
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this.checks.stateChanged.disconnect(this.onStateChanged, this);
    this.menu.dispose();
    super.dispose();
  }

  /** Says a sentence to whoever listens to the page instead of looking at it. */
  announce(text: string): void {
    this.live.textContent = text;
  }

  protected override onActivateRequest(msg: Message): void {
    super.onActivateRequest(msg);
    this.node.focus();
  }

  handleEvent(event: Event): void {
    if (event instanceof KeyboardEvent) {
      this.onKeyDown(event);
    }
  }

  protected override onAfterAttach(msg: Message): void {
    super.onAfterAttach(msg);
    this.node.addEventListener('keydown', this);
    this.onVisibility();
  }

  protected override onBeforeDetach(msg: Message): void {
    this.node.removeEventListener('keydown', this);
    super.onBeforeDetach(msg);
  }

  protected override onAfterShow(msg: Message): void {
    super.onAfterShow(msg);
    this.onVisibility();
  }

  protected override onAfterHide(msg: Message): void {
    super.onAfterHide(msg);
    this.onVisibility();
  }

  private onVisibility(): void {
    this.body.visible = this.isVisible;
    if (this.isVisible && !this.shown) {
      this.shown = true;
      void this.firstShow();
      if (!this.isEnglish) {
        // Without them the findings stay in English.
        loadEntries().then(
          () => this.body.update(),
          () => undefined
        );
      }
    }
  }

  private async firstShow(): Promise<void> {
    await this.settings.ready;
    const { state } = this.checks;
    if (this.isVisible && this.settings.autoCheck && !state.running && state.ended === null) {
      await this.checks.run();
    }
  }

  private onStateChanged(): void {
    const { ended, running, rows, failure } = this.checks.state;
    if (running === this.running) {
      return;
    }
    this.running = running;
    if (running) {
      this.announce('');
    } else if (ended === 'complete') {
      // Whoever cannot see the card hears what it says first.
      const headline = headlineOf(this.checks.state, this.checks.chosen);
      this.announce(`${endSentence(rows, rows.map(stateOfRow), this.trans)} ${headlineTitle(headline, this.trans)}`);
    } else if (ended === 'cancelled') {
      this.announce(this.trans.__('Checks cancelled.'));
    } else if (failure !== null) {
      this.announce(this.trans.__('The checks could not run.'));
    }
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.checks.state.running) {
      this.checks.cancel();
    }
  }

  private makeToolbar(commands: JupyterFrontEnd['commands']): Toolbar {
    const toolbar = new Toolbar();
    toolbar.node.setAttribute('aria-label', this.trans.__('Private Registry toolbar'));
    const run = new ToolbarButton({
      icon: refreshIcon,
      tooltip: this.trans.__('Run checks again'),
      onClick: () => void this.checks.run({ clicked: true })
    });
    const more = new ToolbarButton({
      icon: ellipsesIcon,
      tooltip: this.trans.__('More'),
      onClick: () => this.openMenu(more.node, commands)
    });
    toolbar.addItem('run', run);
    toolbar.addItem('more', more);
    return toolbar;
  }

  /** Opens the menu beneath a button, with those of our commands that are there. */
  private openMenu(button: HTMLElement, commands: JupyterFrontEnd['commands']): void {
    this.menu.clearItems();
    for (const command of [CommandIDs.cancelChecks, CommandIDs.copyReport, CommandIDs.openSettings]) {
      if (commands.hasCommand(command)) {
        this.menu.addItem({ command });
      }
    }
    const { left, bottom } = button.getBoundingClientRect();
    this.menu.open(left, bottom);
  }

  private readonly checks: IRegistryChecks;
  private readonly settings: IPanelSettings;
  private readonly trans: TranslationBundle;
  private readonly isEnglish: boolean;
  private readonly body: BodyWidget;
  private readonly menu: MenuSvg;
  private readonly live: HTMLElement;
  private shown = false;
  private running = false;
}

/** The React part of the panel. */
class BodyWidget extends ReactWidget {
  constructor(private readonly services: PanelServices) {
    super();
    this.addClass('jp-KaptainRegistry');
  }

  set visible(value: boolean) {
    if (value !== this.isSeen) {
      this.isSeen = value;
      this.update();
    }
  }

  protected override render(): JSX.Element {
    return (
      <Services.Provider value={this.services}>
        <PanelBody visible={this.isSeen} />
      </Services.Provider>
    );
  }

  private isSeen = false;
}

function headline(trans: TranslationBundle): Widget {
  const title = new Widget({ node: document.createElement('h2') });
  title.addClass('jp-KaptainRegistry-panelTitle');
  title.node.textContent = trans.__('Private Registry');
  return title;
}
