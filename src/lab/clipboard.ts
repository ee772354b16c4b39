import { Clipboard } from '@jupyterlab/apputils';

/**
 * Puts a text on the clipboard, also where the page has no secure context: Kubeflow is often served by plain HTTP.
 *
 * @throws DOMException - the browser does not allow it
 */
export async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) {
    await navigator.clipboard.writeText(text);
  } else {
    Clipboard.copyToSystem(text);
  }
}
