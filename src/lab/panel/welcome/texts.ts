import type { TranslationBundle } from '@jupyterlab/translation';
import { hostArg, pathArg } from '../../../common/args.ts';
import type { IRegistryState } from '../../tokens.ts';
import type { Setup } from '../../welcome/needs.ts';

export type StepName = 'registry' | 'ca' | 'login' | 'for-good' | 'cell';

export function titleText(setup: Setup, trans: TranslationBundle): string {
  return setup.missing === 0 ? trans.__('Your private registry is set up') : trans.__('Set up your private registry');
}

export function introText(setup: Setup, trans: TranslationBundle): string {
  const rest = trans.__('For steps that need someone else, you get a message to send.');
  switch (setup.missing) {
    case 0:
      return trans.__('Registry, CA and login are in place. The Config cell is left.');
    case 1:
      return trans.__('%1 %2', trans.__('One thing is missing.'), rest);
    case 2:
      return trans.__('%1 %2', trans.__('Two things are missing.'), rest);
    default:
      return trans.__('%1 %2', trans.__('Three things are missing.'), rest);
  }
}

export function stepTitle(name: StepName, trans: TranslationBundle): string {
  switch (name) {
    case 'registry':
      return trans.__('Which registry?');
    case 'ca':
      return trans.__('Its CA certificate');
    case 'login':
      return trans.__('Your login');
    case 'for-good':
      return trans.__('For every new notebook');
    case 'cell':
      return trans.__('The Config cell');
  }
}

/** What a step has given. */
export function doneText(name: StepName, state: IRegistryState, setup: Setup, trans: TranslationBundle): string {
  const { context } = state;
  switch (name) {
    case 'registry':
      return hostArg(context?.registry ?? '');
    case 'ca':
      return setup.publiclyTrusted
        ? trans.__('not needed: a public CA signed its certificate')
        : pathArg(context?.places.caFile.path ?? '');
    case 'login':
      return pathArg(context?.places.dockerConfig.path ?? '');
    case 'for-good':
      return trans.__('both files come from Secrets');
    case 'cell':
      return trans.__('written and up to date');
  }
}

/** What a step is about. */
export function openText(name: StepName, trans: TranslationBundle): string {
  switch (name) {
    case 'registry':
      return trans.__('Nothing is contacted before you click Next.');
    case 'ca':
      return trans.__('The owner of the registry has it as a file.');
    case 'login':
      return trans.__('Typed in a terminal, never here.');
    case 'for-good':
      return trans.__('Secrets and a PodDefault; a new notebook.');
    case 'cell':
      return trans.__('One click, below the active cell.');
  }
}
