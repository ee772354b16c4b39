import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { refusal } from '../../common/cell.ts';
import type { CellOutcome } from './insert.ts';
import { obstacleText, shortName } from './texts.ts';

/** Milliseconds after which a good message goes away by itself; bad ones stay. */
const SHORT = 4000;

export interface IAnnouncer {
  readonly trans: TranslationBundle;
  openPanel(): void;
}

/** Tells the person how the click ended. What the person decided, and a click too many, need no message. */
export function announce(outcome: CellOutcome, { trans, openPanel }: IAnnouncer): void {
  const actions = [{ label: trans.__('Open panel'), callback: openPanel }];
  switch (outcome.kind) {
    case 'inserted':
    case 'updated': {
      const name = shortName(outcome.notebook.name);
      if (!outcome.notebook.writable) {
        Notification.warning(
          trans.__(
            'Config cell written into %1, but this file cannot be saved here: save it under another name.',
            name
          ),
          { autoClose: false }
        );
      } else if (outcome.kind === 'inserted') {
        Notification.success(trans.__('Config cell inserted into %1. Run it to use the registry.', name), {
          autoClose: SHORT
        });
      } else {
        Notification.success(trans.__('Config cell in %1 updated. Run it again.', name), { autoClose: SHORT });
      }
      return;
    }
    case 'same':
      Notification.info(trans.__('The Config cell in %1 is up to date.', shortName(outcome.notebook.name)), {
        autoClose: SHORT
      });
      return;
    case 'left':
    case 'busy':
      return;
    case 'obstacle':
      Notification.warning(obstacleText(outcome.obstacle, outcome.notebook, trans), { autoClose: false });
      return;
    case 'locked':
      Notification.warning(
        trans.__(
          'The Config cell in %1 is locked (not editable), so it stays as it is.',
          shortName(outcome.notebook.name)
        ),
        { autoClose: false }
      );
      return;
    case 'refused':
      Notification.warning(trans.__(refusal(outcome.reason).text), { autoClose: false, actions });
      openPanel();
      return;
    case 'unchecked':
      Notification.error(
        trans.__('The registry could not be checked, so it is not known what to write. The panel says why.'),
        {
          autoClose: false,
          actions
        }
      );
  }
}

/** Shows that the checks run first, as long as they do. */
export function announceWaiting(run: Promise<unknown>, trans: TranslationBundle): void {
  const id = Notification.emit(trans.__('Checking the registry before the Config cell is written…'), 'in-progress', {
    autoClose: false
  });
  const end = (): void => {
    Notification.dismiss(id);
  };
  run.then(end, end);
}
