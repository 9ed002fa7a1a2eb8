import type { WebContents } from 'electron';
import { appHost } from './app-origin.ts';

const EXTERNAL_PROTOCOLS: ReadonlySet<string> = new Set(['https:', 'mailto:', 'tel:']);
/** Windows hands the URL to a command line of about this length. */
const EXTERNAL_MAX_LENGTH = 2000;

/**
 * What may be handed to the operating system: a web site, a mail, a call. Null for anything else.
 * Threat: `shell.openExternal` runs whatever program a scheme belongs to (`file:`, `ms-msdt:`, `search-ms:`).
 */
export function externalTarget(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !EXTERNAL_PROTOCOLS.has(parsed.protocol)) return null;
  if (parsed.username !== '' || parsed.password !== '') return null;
  return parsed.href.length <= EXTERNAL_MAX_LENGTH ? parsed.href : null;
}

/** True for a page that the window itself may go to: the app's. The shell's page is only opened by the shell. */
export function mayNavigate(url: string, isMainFrame: boolean): boolean {
  return isMainFrame && appHost(url) === 'tournee';
}

/**
 * Keeps a window on our own pages: no other page, no frame, no second window, no webview. Links to the world outside
 * open in the user's browser, mail program or telephone.
 */
export function guardNavigation(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>,
  openExternal: (url: string) => void,
): void {
  const leave = (url: string): void => {
    const target = externalTarget(url);
    if (target !== null) openExternal(target);
  };
  contents.on('will-frame-navigate', (event) => {
    if (mayNavigate(event.url, event.isMainFrame)) return;
    event.preventDefault();
    if (event.isMainFrame) leave(event.url);
  });
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    leave(url);
    return { action: 'deny' };
  });
}
