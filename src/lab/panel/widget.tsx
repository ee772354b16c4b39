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
import { isEnglish } from '../locale.ts';
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

/** What the panel is made of, once it was shown. */
interface IContent {
  readonly body: BodyWidget;
  readonly menu: MenuSvg;
  /** Read to whoever hears the page. */
  readonly live: HTMLElement;
}

/**
 * The panel "Private Registry" of the side area. Before its first show it is a frame with a title: JupyterLab waits for
 * it when it starts, and many never open it. Sends nothing before its first show.
 */
export class RegistryPanel extends SidePanel {
  constructor(private readonly options: RegistryPanel.IOptions) {
    super({ content: new Panel(), translator: options.translator });
    const trans = options.translator.load(DOMAIN);
    this.trans = trans;
    this.checks = options.checks;
    this.settings = options.settings;
    this.id = PANEL_ID;
    this.addClass('jp-KaptainRegistry-panel');
    this.title.icon = registryIcon;
    this.title.caption = trans.__('Private Registry');
    this.title.dataset = { 'jp-tab-label': trans.__('Private Registry') };
    this.node.tabIndex = -1;
    this.content.node.setAttribute('aria-label', trans.__('Private Registry'));

    this.checks.stateChanged.connect(this.onStateChanged, this);
  }

  override dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this.checks.stateChanged.disconnect(this.onStateChanged, this);
    this.made?.menu.dispose();
    super.dispose();
  }

  /** Says a sentence to whoever listens to the page instead of looking at it; nobody does before the first show. */
  announce(text: string): void {
    if (this.made !== null) {
      this.made.live.textContent = text;
    }
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
    if (this.made === null) {
      if (!this.isVisible) {
        return;
      }
      const made = this.makeContent();
      this.made = made;
      void this.firstShow();
      if (!isEnglish(this.options.translator)) {
        // Without them the findings stay in English.
        loadEntries().then(
          () => made.body.update(),
          () => undefined
        );
      }
    }
    this.made.body.visible = this.isVisible;
  }

  private makeContent(): IContent {
    const { checks, commands, failures = null, notebook, welcome } = this.options;
    const { trans } = this;
    const menu = new MenuSvg({ commands });
    this.header.addWidget(headline(trans));
    this.header.addWidget(this.makeToolbar(commands));
    const body = new BodyWidget({
      checks,
      commands,
      trans,
      notebook,
      failures,
      welcome,
      copy: copyText,
      announce: text => this.announce(text)
    });
    this.addWidget(body);
    const live = document.createElement('div');
    live.className = 'jp-KaptainRegistry-spoken';
    live.setAttribute('role', 'status');
    live.setAttribute('aria-live', 'polite');
    this.node.appendChild(live);
    return { body, menu, live };
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
    // JupyterLab 4.0 gives a toolbar no role.
    toolbar.node.setAttribute('role', 'toolbar');
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
    const menu = this.made?.menu;
    if (menu === undefined) {
      return;
    }
    menu.clearItems();
    for (const command of [CommandIDs.cancelChecks, CommandIDs.copyReport, CommandIDs.openSettings]) {
      if (commands.hasCommand(command)) {
        menu.addItem({ command });
      }
    }
    const { left, bottom } = button.getBoundingClientRect();
    menu.open(left, bottom);
  }

  private readonly checks: IRegistryChecks;
  private readonly settings: IPanelSettings;
  private readonly trans: TranslationBundle;
  /** null before the first show. */
  private made: IContent | null = null;
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
