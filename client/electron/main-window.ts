import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { messages } from './messages.ts';
import type { WindowState } from './window-state.ts';

export interface WindowOptions {
  preload: string;
  isDevelopment: boolean;
  isDark: boolean;
  state: WindowState;
}

/** Options of the one window. What protects the machine comes last, so that nothing spread in before can undo it. */
export function windowOptions({
  preload,
  isDevelopment,
  isDark,
  state,
}: WindowOptions): BrowserWindowConstructorOptions {
  const preferences: WebPreferences = {
    preload,
    devTools: isDevelopment,
    // Chromium would fetch its dictionaries from a public server.
    spellcheck: false,
  };
  return {
    ...(state.x === undefined || state.y === undefined ? {} : { x: state.x, y: state.y }),
    width: state.width,
    height: state.height,
    minWidth: 900,
    minHeight: 560,
    show: false,
    title: messages.applicationName,
    backgroundColor: isDark ? '#121516' : '#f6f6f4',
    autoHideMenuBar: true,
    webPreferences: {
      ...preferences,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    },
  };
}
