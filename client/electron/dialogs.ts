import type { App, BrowserWindow, Dialog, MessageBoxOptions } from 'electron';
import { messages } from './messages.ts';

type Ask = Pick<Dialog, 'showMessageBox'>;

/** Asks whether to leave the hub for another one; Enter and Escape both mean no. */
export async function askHubChange(
  dialog: Ask,
  window: BrowserWindow | null,
  origin: string,
): Promise<boolean> {
  const { response } = await show(dialog, window, {
    type: 'question',
    message: messages.hub.changeQuestion(origin),
    detail: messages.hub.changeDetail,
    buttons: [messages.hub.changeNo, messages.hub.changeYes],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** Says that the tokens are not kept: once per run, since the app writes them at every renewal. */
export function warnTokensNotKept(dialog: Ask, window: () => BrowserWindow | null): () => void {
  let isSaid = false;
  return () => {
    if (isSaid) return;
    isSaid = true;
    void show(dialog, window(), {
      type: 'warning',
      message: messages.tokens.notKept,
      detail: messages.tokens.notKeptDetail,
    });
  };
}

/** The page's process died. The user decides, so that a page that dies at once is not reloaded for ever. */
export async function askReload(dialog: Ask, window: BrowserWindow, app: Pick<App, 'quit'>): Promise<void> {
  const { response } = await show(dialog, window, {
    type: 'error',
    message: messages.crash.title,
    detail: messages.crash.detail,
    buttons: [messages.crash.reload, messages.crash.quit],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 1) app.quit();
  else if (!window.isDestroyed()) window.reload();
}

/** The shell itself could not start: says so and leaves with an exit code. */
export function showStartFailure(
  dialog: Pick<Dialog, 'showErrorBox'>,
  app: Pick<App, 'exit'>,
  title: string,
  error: unknown,
): void {
  dialog.showErrorBox(title, error instanceof Error ? error.message : String(error));
  app.exit(1);
}

function show(
  dialog: Ask,
  window: BrowserWindow | null,
  options: MessageBoxOptions,
): ReturnType<Ask['showMessageBox']> {
  const box: MessageBoxOptions = { title: messages.applicationName, ...options };
  return window === null ? dialog.showMessageBox(box) : dialog.showMessageBox(window, box);
}
