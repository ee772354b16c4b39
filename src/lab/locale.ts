/**
 * Whether the page is in English, the language in which findings arrive.
 *
 * JupyterLab before 4.4 gives no language code while the language is the default and no language pack is there, although
 * its types say that it always does.
 *
 * @param translator - JupyterLab's
 */
export function isEnglish(translator: { readonly languageCode?: string | undefined }): boolean {
  return /^en\b/i.test((translator.languageCode ?? 'en').replace('_', '-'));
}
