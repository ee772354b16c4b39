import type { ISessionContext } from '@jupyterlab/apputils';
import type { INotebookModel } from '@jupyterlab/notebook';

/** What of a notebook tells its language. */
export interface ILanguageSources {
  readonly sessionContext: Pick<ISessionContext, 'session' | 'specsManager' | 'kernelPreference'>;
  readonly model: Pick<INotebookModel, 'getMetadata'> | null;
}

/** Languages that running kernels have told about themselves, by kernel id. */
const told = new Map<string, string>();

function textOf(value: unknown, key: string): string {
  const text: unknown =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return typeof text === 'string' ? text : '';
}

/**
 * The language of a notebook, as far as it is known now: what its kernel told, else its kernel's specification, else the
 * notebook's own metadata. Nothing is asked and nothing is waited for, so a busy kernel delays nobody.
 *
 * @returns empty when nothing tells it
 */
export function languageOf({ sessionContext, model }: ILanguageSources): string {
  const kernel = sessionContext.session?.kernel ?? null;
  const specification = model?.getMetadata('kernelspec') as unknown;
  const kernelName = kernel?.name ?? textOf(specification, 'name');
  return (
    (kernel === null ? undefined : told.get(kernel.id)) ??
    sessionContext.specsManager.specs?.kernelspecs[kernelName]?.language ??
    (textOf(model?.getMetadata('language_info'), 'name') || textOf(specification, 'language'))
  );
}

/** Remembers the language of a kernel once it tells it by itself; `changed` is called then. */
export function listenToKernel({ sessionContext }: ILanguageSources, changed: () => void): void {
  const kernel = sessionContext.session?.kernel ?? null;
  if (kernel === null || told.has(kernel.id)) {
    return;
  }
  kernel.info.then(
    info => {
      const name = textOf(info.language_info, 'name');
      if (name !== '') {
        told.set(kernel.id, name);
        changed();
      }
    },
    // A kernel that died before it said anything: the other sources stay.
    () => undefined
  );
}

/** Whether a language is Python. A language that nothing tells is not held against the notebook. */
export function isPython(language: string): boolean {
  return language === '' || /^i?python\d*$/i.test(language);
}
