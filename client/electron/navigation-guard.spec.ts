import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { externalTarget, guardNavigation, mayNavigate } from './navigation-guard.ts';

describe('externalTarget', () => {
  it.each([
    ['https://www.exemple.fr/a?b=1', 'https://www.exemple.fr/a?b=1'],
    ['mailto:contact@exemple.fr', 'mailto:contact@exemple.fr'],
    ['tel:+33320123456', 'tel:+33320123456'],
  ])('hands %s to the system', (url, target) => {
    expect(externalTarget(url)).toBe(target);
  });

  it.each([
    'http://exemple.fr/',
    'file:///C:/Windows/System32/calc.exe',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://tournee/',
    'smb://server/share',
    '\\\\server\\share',
    'https://user:secret@exemple.fr/',
    `https://exemple.fr/${'a'.repeat(2000)}`,
    'not a url',
    '',
  ])('keeps %.60s', (url) => {
    expect(externalTarget(url)).toBeNull();
  });
});

describe('mayNavigate', () => {
  it('lets the window go to the pages of the app', () => {
    expect(mayNavigate('app://tournee/clients', true)).toBe(true);
  });

  it.each([
    ['app://tournee/clients', false],
    ['app://shell/hub-address.html', true],
    ['app://tournee.evil/', true],
    ['https://hub.exemple.fr/', true],
    ['about:blank', true],
    ['file:///etc/passwd', true],
  ])('does not let it go to %s (main frame: %s)', (url, isMainFrame) => {
    expect(mayNavigate(url, isMainFrame)).toBe(false);
  });
});

describe('guardNavigation', () => {
  class FakeContents extends EventEmitter {
    opened: Parameters<WebContents['setWindowOpenHandler']>[0] | null = null;
    setWindowOpenHandler(handler: Parameters<WebContents['setWindowOpenHandler']>[0]): void {
      this.opened = handler;
    }
  }

  function guarded(): {
    contents: FakeContents;
    left: string[];
    go: (name: string, url: string, main?: boolean) => boolean;
  } {
    const contents = new FakeContents();
    const left: string[] = [];
    guardNavigation(contents as unknown as WebContents, (url) => left.push(url));
    const go = (name: string, url: string, isMainFrame = true): boolean => {
      let isPrevented = false;
      const preventDefault = (): void => {
        isPrevented = true;
      };
      contents.emit(name, { url, isMainFrame, preventDefault });
      return !isPrevented;
    };
    return { contents, left, go };
  }

  it('lets a page of the app through', () => {
    const { go, left } = guarded();
    expect(go('will-frame-navigate', 'app://tournee/clients')).toBe(true);
    expect(left).toEqual([]);
  });

  it('opens a foreign link outside and stays', () => {
    const { go, left } = guarded();
    expect(go('will-frame-navigate', 'mailto:a@exemple.fr')).toBe(false);
    expect(go('will-frame-navigate', 'https://exemple.fr/')).toBe(false);
    expect(left).toEqual(['mailto:a@exemple.fr', 'https://exemple.fr/']);
  });

  it('stays, and opens nothing, for what is neither', () => {
    const { go, left } = guarded();
    expect(go('will-frame-navigate', 'file:///etc/passwd')).toBe(false);
    expect(left).toEqual([]);
  });

  it('stops a frame and opens nothing for it', () => {
    const { go, left } = guarded();
    expect(go('will-frame-navigate', 'https://exemple.fr/', false)).toBe(false);
    expect(left).toEqual([]);
  });

  it('stops a redirect that leads away', () => {
    const { go } = guarded();
    expect(go('will-redirect', 'https://exemple.fr/')).toBe(false);
    expect(go('will-redirect', 'app://tournee/')).toBe(true);
  });

  it('attaches no webview', () => {
    expect(guarded().go('will-attach-webview', 'https://exemple.fr/')).toBe(false);
  });

  it('opens no second window, whatever the page', () => {
    const { contents, left } = guarded();
    const open = (url: string): unknown => contents.opened?.({ url } as Electron.HandlerDetails);
    expect(open('https://exemple.fr/')).toEqual({ action: 'deny' });
    expect(open('app://tournee/')).toEqual({ action: 'deny' });
    expect(left).toEqual(['https://exemple.fr/']);
  });
});
