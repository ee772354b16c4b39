import type { ITranslator } from '@jupyterlab/translation';

/**
 * Whether the page is in English, the language in which findings arrive.
 *
 * JupyterLab before 4.4 gives no language code while the language is the default and no language pack is there, although
 * its types say that it always does.
 */
export function isEnglish(translator: Partial<Pick<ITranslator, 'languageCode'>>): boolean {
  return /^en\b/i.test((translator.languageCode ?? 'en').replace('_', '-'));
}
