import { windowOptions } from './main-window.ts';

const options = {
  preload: '/app/preload.cjs',
  isDevelopment: false,
  isDark: false,
  state: { width: 1280, height: 800, isMaximized: false },
};

describe('windowOptions', () => {
  it('locks the page away from the machine', () => {
    expect(windowOptions(options).webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      devTools: false,
      preload: '/app/preload.cjs',
    });
  });

  it('leaves the place to Electron where none is kept', () => {
    expect(windowOptions(options)).not.toHaveProperty('x');
    expect(windowOptions({ ...options, state: { ...options.state, x: -5, y: 0 } })).toMatchObject({
      x: -5,
      y: 0,
    });
  });

  it('opens in the colour of the theme, without a flash', () => {
    expect(windowOptions(options).show).toBe(false);
    expect(windowOptions({ ...options, isDark: true }).backgroundColor).not.toBe(
      windowOptions(options).backgroundColor,
    );
  });
});
