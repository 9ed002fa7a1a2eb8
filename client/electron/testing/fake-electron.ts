import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, CustomScheme, MenuItemConstructorOptions } from 'electron';

type IpcListener = (event: unknown, ...args: unknown[]) => Promise<unknown>;

/** Stands for Electron where its binary is not: remembers what the shell asks of it. */
export class FakeElectron {
  readonly schemes: CustomScheme[] = [];
  readonly windows: FakeWindow[] = [];
  readonly listeners = new Map<string, IpcListener>();
  readonly handlers: string[] = [];
  readonly shown: unknown[][] = [];
  readonly external: string[] = [];
  exitCode: number | null = null;
  hasQuit = false;
  isLockFree = true;
  answer: (request: { url: string; method: string }) => Promise<Response> = () =>
    Promise.reject(new Error('no handler'));
  menu: MenuItemConstructorOptions[] = [];
  readonly #userData: string;

  /** @param userData folder of what the shell keeps */
  constructor(userData: string) {
    this.#userData = userData;
  }

  /** Calls a channel as a page would. */
  invoke(url: string, channel: string, ...args: unknown[]): Promise<unknown> | undefined {
    return this.listeners.get(channel)?.({ senderFrame: { url, parent: null } }, ...args);
  }

  readonly app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    enableSandbox: () => this.handlers.push('sandbox'),
    setAppUserModelId: () => undefined,
    getPath: () => this.#userData,
    getVersion: () => '0.1.0',
    requestSingleInstanceLock: () => this.isLockFree,
    whenReady: () => Promise.resolve(),
    quit: () => {
      this.hasQuit = true;
    },
    exit: (code: number) => {
      this.exitCode = code;
    },
  });

  /** What `require('electron')` gives to the main process. */
  module(): Record<string, unknown> {
    const windows = this.windows;
    const note = (name: string) => () => this.handlers.push(name);
    const area = { x: 0, y: 0, width: 1366, height: 728 };
    return {
      app: this.app,
      BrowserWindow: class extends FakeWindow {
        constructor(options: BrowserWindowConstructorOptions) {
          super(options);
          windows.push(this);
        }
      },
      dialog: {
        showMessageBox: (...args: unknown[]) => {
          this.shown.push(args);
          return Promise.resolve({ response: 0 });
        },
        showErrorBox: (...args: unknown[]) => this.shown.push(args),
      },
      ipcMain: { handle: (channel: string, listener: IpcListener) => this.listeners.set(channel, listener) },
      Menu: {
        buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
        setApplicationMenu: (template: MenuItemConstructorOptions[]) => (this.menu = template),
      },
      nativeTheme: { shouldUseDarkColors: false },
      net: { fetch: () => Promise.reject(new Error('offline')) },
      protocol: {
        registerSchemesAsPrivileged: (schemes: CustomScheme[]) => this.schemes.push(...schemes),
        handle: (_scheme: string, answer: FakeElectron['answer']) => (this.answer = answer),
      },
      safeStorage: { isAsyncEncryptionAvailable: () => Promise.resolve(false) },
      screen: { getPrimaryDisplay: () => ({ workArea: area }), getAllDisplays: () => [{ workArea: area }] },
      session: {
        defaultSession: {
          setPermissionRequestHandler: note('permission request'),
          setPermissionCheckHandler: note('permission check'),
          setDevicePermissionHandler: note('device'),
          setDisplayMediaRequestHandler: note('display media'),
        },
      },
      shell: {
        openExternal: (url: string) => {
          this.external.push(url);
          return Promise.resolve();
        },
      },
    };
  }
}

export class FakeWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly loaded: string[] = [];
  readonly done: string[] = [];
  readonly webContents = new EventEmitter();

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }

  loadURL = (url: string): Promise<void> => {
    this.loaded.push(url);
    return Promise.resolve();
  };
  isMaximized = (): boolean => false;
  isMinimized = (): boolean => true;
  isDestroyed = (): boolean => false;
  getNormalBounds = (): Record<string, number> => ({ x: 5, y: 6, width: 1000, height: 700 });
  show = (): unknown => this.done.push('show');
  restore = (): unknown => this.done.push('restore');
  focus = (): unknown => this.done.push('focus');
  maximize = (): unknown => this.done.push('maximize');
  reload = (): unknown => this.done.push('reload');
}
