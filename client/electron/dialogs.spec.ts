import type { BrowserWindow, Dialog, MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import { askHubChange, askReload, showStartFailure, warnTokensNotKept } from './dialogs.ts';

class FakeDialog {
  readonly asked: MessageBoxOptions[] = [];
  response: number;
  constructor(response = 0) {
    this.response = response;
  }
  readonly showMessageBox = ((...args: unknown[]): Promise<MessageBoxReturnValue> => {
    this.asked.push(args.at(-1) as MessageBoxOptions);
    return Promise.resolve({ response: this.response, checkboxChecked: false });
  }) as Dialog['showMessageBox'];
}

function fakeWindow(): { window: BrowserWindow; reloads: () => number } {
  let reloads = 0;
  const window = { reload: () => reloads++, isDestroyed: () => false } as unknown as BrowserWindow;
  return { window, reloads: () => reloads };
}

describe('askHubChange', () => {
  it.each([
    [0, false],
    [1, true],
  ])('takes button %i for %s', async (response, isWanted) => {
    expect(await askHubChange(new FakeDialog(response), null, 'https://hub.exemple.fr')).toBe(isWanted);
  });

  it('names the address, and means no by Enter and Escape', async () => {
    const dialog = new FakeDialog();
    await askHubChange(dialog, fakeWindow().window, 'https://hub.exemple.fr');
    expect(dialog.asked[0]?.message).toContain('https://hub.exemple.fr');
    expect(dialog.asked[0]).toMatchObject({ defaultId: 0, cancelId: 0 });
  });
});

describe('warnTokensNotKept', () => {
  it('warns once', () => {
    const dialog = new FakeDialog();
    const warn = warnTokensNotKept(dialog, () => null);
    warn();
    warn();
    expect(dialog.asked).toHaveLength(1);
  });
});

describe('askReload', () => {
  it.each([
    [0, 1, false],
    [1, 0, true],
  ])('does what button %i says', async (response, reloadCount, quits) => {
    const { window, reloads } = fakeWindow();
    let hasQuit = false;
    await askReload(new FakeDialog(response), window, {
      quit: () => {
        hasQuit = true;
      },
    });
    expect([reloads(), hasQuit]).toEqual([reloadCount, quits]);
  });
});

describe('showStartFailure', () => {
  it('says why and leaves with an exit code', () => {
    const said: string[] = [];
    showStartFailure(
      { showErrorBox: (...text) => said.push(...text) },
      { exit: (code) => said.push(String(code)) },
      'Titre',
      new Error('pourquoi'),
    );
    expect(said).toEqual(['Titre', 'pourquoi', '1']);
  });
});
