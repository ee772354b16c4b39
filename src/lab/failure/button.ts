import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

/** The button below the output of a cell that failed. It is no part of the notebook's document. */
export class WhyButton extends Widget {
  constructor(trans: TranslationBundle, onClick: () => void) {
    super();
    this.addClass('jp-KaptainRegistry-why');
    // In command mode the notebook takes Enter and blanks for itself.
    this.node.dataset['lmSuppressShortcuts'] = 'true';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'jp-Button jp-KaptainRegistry-button';
    button.textContent = trans.__('Why did this cell fail?');
    button.title = trans.__('Explains errors of the private registry. The output stays in this page.');
    button.addEventListener('click', onClick);
    this.node.appendChild(button);
  }
}
