import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron';
import { answerAppRequest } from './app-protocol.ts';
import { APP_SCHEME, APP_URL, HUB_ADDRESS_PAGE_URL } from './app-origin.ts';
import { askHubChange, askReload, showStartFailure, warnTokensNotKept } from './dialogs.ts';
import { type HubAddress, keepHubAddress, probeHub } from './hub-address.ts';
import { createHandlers, registerHandlers } from './ipc-handlers.ts';
import { windowOptions } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { messages } from './messages.ts';
import { guardNavigation } from './navigation-guard.ts';
import { restrictPermissions } from './permissions.ts';
import { holdSingleInstance } from './single-instance.ts';
import { createTokenVault } from './token-vault.ts';
import { keepWindowState, placeWindow, readWindowState } from './window-state.ts';

// Electron wants this before it is ready. `codeCache` keeps the compiled app between two starts.
protocol.registerSchemesAsPrivileged([
  {
    scheme: APP_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]);
app.enableSandbox();
app.setAppUserModelId('fr.tournee.desktop');

/** Folder of the built main process; the app stands beside it. */
const HERE = import.meta.dirname;

let window: BrowserWindow | null = null;

const log = (message: string): void => {
  process.stderr.write(`tournee: ${message}\n`);
};
const kept = (name: string): string => join(app.getPath('userData'), name);
const load = (url: string): void => {
  // A load that another one replaces rejects: changing the hub does just that.
  window?.loadURL(url).catch((error: unknown) => {
    log(`${url}: ${String(error)}`);
  });
};
const bringForward = (): void => {
  if (window?.isMinimized()) window.restore();
  window?.focus();
};

function openWindow(hubAddress: HubAddress): void {
  const stateFile = kept('window-state.json');
  const workAreas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(
    (display) => display.workArea,
  );
  const state = placeWindow(readWindowState(stateFile), workAreas);
  const opened = new BrowserWindow(
    windowOptions({
      preload: join(HERE, 'preload.cjs'),
      isDevelopment: !app.isPackaged,
      isDark: nativeTheme.shouldUseDarkColors,
      state,
    }),
  );
  window = opened;
  if (state.isMaximized) opened.maximize();
  keepWindowState(opened, stateFile, log);
  opened.once('ready-to-show', () => {
    opened.show();
  });
  opened.on('closed', () => {
    window = null;
  });
  opened.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`render process gone: ${reason}`);
    if (reason !== 'clean-exit') void askReload(dialog, opened, app);
  });
  load(hubAddress.read() === null ? HUB_ADDRESS_PAGE_URL : APP_URL);
}

function serve(hubAddress: HubAddress): void {
  const vault = createTokenVault({
    file: kept('tokens.bin'),
    encryption: safeStorage,
    platform: process.platform,
    log,
  });
  const folders = {
    tournee: join(HERE, '..', 'browser'),
    shell: join(HERE, 'pages'),
  };
  protocol.handle(APP_SCHEME, (request) =>
    answerAppRequest(request, { folders, hub: () => hubAddress.read() }),
  );
  restrictPermissions(session.defaultSession);
  registerHandlers(
    ipcMain,
    createHandlers({
      vault,
      hubAddress,
      probe: (origin) => probeHub(origin, (url, init) => net.fetch(url, init)),
      confirmHubChange: (origin) => askHubChange(dialog, window, origin),
      warnTokensNotKept: warnTokensNotKept(dialog, () => window),
      openApp: () => {
        load(APP_URL);
      },
    }),
    log,
  );
}

function start(): void {
  const hubAddress = keepHubAddress(kept('hub.json'));
  serve(hubAddress);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({
        platform: process.platform,
        version: app.getVersion(),
        isDevelopment: !app.isPackaged,
        changeHub: () => {
          load(HUB_ADDRESS_PAGE_URL);
        },
      }),
    ),
  );
  openWindow(hubAddress);
  app.on('activate', () => {
    if (window === null) openWindow(hubAddress);
  });
}

if (holdSingleInstance(app, bringForward)) {
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents, (url) => {
      shell.openExternal(url).catch((error: unknown) => {
        log(`no program for a link: ${String(error)}`);
      });
    });
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      showStartFailure(dialog, app, messages.crash.startTitle, error);
    });
}
