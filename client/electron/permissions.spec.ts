import type { Session } from 'electron';
import { isGranted, restrictPermissions } from './permissions.ts';

describe('isGranted', () => {
  it.each([
    'persistent-storage',
    'clipboard-sanitized-write',
    'local-network-access',
    'local-network',
    'loopback-network',
  ])('grants %s to the app', (permission) => {
    expect(isGranted(permission, 'app://tournee/', true)).toBe(true);
  });

  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'hid',
    'usb',
    'unknown',
    'one of tomorrow',
  ])('refuses %s', (permission) => {
    expect(isGranted(permission, 'app://tournee/', true)).toBe(false);
  });

  it.each([
    ['https://evil.fr/', true],
    ['app://shell/hub-address.html', true],
    ['app://tournee/', false],
    ['', true],
  ])('refuses everything to %p (main frame: %s)', (origin, isMainFrame) => {
    expect(isGranted('persistent-storage', origin, isMainFrame)).toBe(false);
  });
});

describe('restrictPermissions', () => {
  type Name =
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler';
  type Handler<N extends Name> = NonNullable<Parameters<Session[N]>[0]>;

  function restricted(): { [N in Name]: Handler<N> } {
    const handlers: Partial<Record<Name, unknown>> = {};
    const put = (name: Name) => (handler: unknown) => {
      handlers[name] = handler;
    };
    restrictPermissions({
      setPermissionRequestHandler: put('setPermissionRequestHandler'),
      setPermissionCheckHandler: put('setPermissionCheckHandler'),
      setDevicePermissionHandler: put('setDevicePermissionHandler'),
      setDisplayMediaRequestHandler: put('setDisplayMediaRequestHandler'),
    });
    return handlers as { [N in Name]: Handler<N> };
  }
  const details = { requestingUrl: 'app://tournee/clients', isMainFrame: true };
  const contents = null as unknown as Electron.WebContents;

  it('answers requests by the rule', () => {
    const answers: boolean[] = [];
    const request = restricted().setPermissionRequestHandler;
    request(contents, 'persistent-storage', (answer) => answers.push(answer), details);
    request(contents, 'geolocation', (answer) => answers.push(answer), details);
    request(contents, 'persistent-storage', (answer) => answers.push(answer), {
      ...details,
      requestingUrl: 'https://evil.fr',
    });
    expect(answers).toEqual([true, false, false]);
  });

  it('answers checks by the same rule', () => {
    const check = restricted().setPermissionCheckHandler;
    expect(check(null, 'persistent-storage', 'app://tournee', { isMainFrame: true })).toBe(true);
    expect(check(null, 'media', 'app://tournee', { isMainFrame: true })).toBe(false);
    expect(check(null, 'persistent-storage', 'app://tournee', { isMainFrame: false })).toBe(false);
  });

  it('gives no device and no screen', () => {
    const { setDevicePermissionHandler, setDisplayMediaRequestHandler } = restricted();
    expect(setDevicePermissionHandler({} as Electron.DevicePermissionHandlerHandlerDetails)).toBe(false);
    const given: unknown[] = [];
    setDisplayMediaRequestHandler({} as Electron.DisplayMediaRequestHandlerHandlerRequest, (streams) =>
      given.push(streams),
    );
    expect(given).toEqual([{}]);
  });
});
