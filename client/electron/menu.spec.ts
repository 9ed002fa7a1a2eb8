import type { MenuItemConstructorOptions } from 'electron';
import { menuTemplate } from './menu.ts';

const options = {
  platform: 'win32',
  version: '0.1.0',
  isDevelopment: false,
  changeHub: () => undefined,
} as const;

function entries(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => (Array.isArray(item.submenu) ? item.submenu : []));
}

describe('menuTemplate', () => {
  it('labels every entry in French itself, since Electron would in English', () => {
    const labels = entries(menuTemplate({ ...options, isDevelopment: true })).filter(
      (item) => item.type !== 'separator',
    );
    expect(labels.every((item) => item.label !== undefined)).toBe(true);
  });

  it('offers the tools of developers in development only', () => {
    const hasTools = (isDevelopment: boolean): boolean =>
      entries(menuTemplate({ ...options, isDevelopment })).some((item) => item.role === 'toggleDevTools');
    expect([hasTools(true), hasTools(false)]).toEqual([true, false]);
  });

  it('leads to the address of the hub', () => {
    let asked = 0;
    const item = entries(menuTemplate({ ...options, changeHub: () => asked++ })).find((entry) => entry.click);
    (item?.click as () => void)();
    expect(asked).toBe(1);
  });

  it('begins with the name of the application on a Mac', () => {
    expect(menuTemplate({ ...options, platform: 'darwin' })[0]?.label).toBe('Tournée');
    expect(menuTemplate(options)[0]?.label).toBe('Fichier');
  });
});
