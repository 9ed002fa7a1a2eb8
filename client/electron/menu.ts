import type { MenuItemConstructorOptions } from 'electron';
import { messages } from './messages.ts';

export interface MenuOptions {
  platform: NodeJS.Platform;
  version: string;
  /** Developers' entries; not in the packaged application. */
  isDevelopment: boolean;
  changeHub: () => void;
}

/** The menu, in French: Electron's own is in English and offers what the app does not want. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const text = messages.menu;
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  // On a Mac the first menu bears the application's name and holds « Quitter ».
  const first = options.platform === 'darwin' ? messages.applicationName : text.file;
  return [
    {
      label: first,
      submenu: [
        { label: text.changeHub, click: options.changeHub },
        separator,
        { label: text.quit, role: 'quit' },
      ],
    },
    {
      label: text.edit,
      submenu: [
        { label: text.undo, role: 'undo' },
        { label: text.redo, role: 'redo' },
        separator,
        { label: text.cut, role: 'cut' },
        { label: text.copy, role: 'copy' },
        { label: text.paste, role: 'paste' },
        { label: text.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: text.view,
      submenu: [
        { label: text.reload, role: 'reload' },
        separator,
        { label: text.zoomIn, role: 'zoomIn' },
        { label: text.zoomOut, role: 'zoomOut' },
        { label: text.zoomReset, role: 'resetZoom' },
        { label: text.fullScreen, role: 'togglefullscreen' },
        ...(options.isDevelopment
          ? [separator, { label: text.devTools, role: 'toggleDevTools' } as const]
          : []),
      ],
    },
    { label: text.help, role: 'help', submenu: [{ label: text.version(options.version), enabled: false }] },
  ];
}
