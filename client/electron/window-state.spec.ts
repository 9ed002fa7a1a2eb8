import { EventEmitter } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { DEFAULT_WINDOW_STATE, keepWindowState, placeWindow, readWindowState } from './window-state.ts';

const inFolder = temporaryFolder();
const LAPTOP = { x: 0, y: 0, width: 1366, height: 728 };
const RIGHT_SCREEN = { x: 1366, y: -200, width: 1920, height: 1040 };
const LEFT_SCREEN = { x: -1920, y: 0, width: 1920, height: 1040 };

describe('placeWindow', () => {
  it('opens at its default size, centred, the first time', () => {
    expect(placeWindow(null, [RIGHT_SCREEN])).toEqual(DEFAULT_WINDOW_STATE);
  });

  it('is not larger than the screen', () => {
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({
      width: 1024,
      height: 700,
      isMaximized: false,
    });
  });

  it.each([
    ['the first screen', { x: 100, y: 50, width: 1000, height: 600 }, [LAPTOP]],
    ['a second screen', { x: 1500, y: -150, width: 1000, height: 600 }, [LAPTOP, RIGHT_SCREEN]],
    ['a screen to the left', { x: -1800, y: 10, width: 1000, height: 600 }, [LAPTOP, LEFT_SCREEN]],
    ['partly out of the screen', { x: -500, y: 100, width: 1000, height: 600 }, [LAPTOP]],
  ])('opens where it was left: %s', (_where, bounds, screens) => {
    const state = { ...bounds, isMaximized: true };
    expect(placeWindow(state, screens)).toEqual(state);
  });

  it.each([
    ['on a screen that is gone', { x: 1500, y: 50, width: 1000, height: 600 }],
    ['above the screen', { x: 100, y: -30, width: 1000, height: 600 }],
    ['below the screen', { x: 100, y: 720, width: 1000, height: 600 }],
    ['but for a sliver', { x: 1300, y: 50, width: 1000, height: 600 }],
  ])('opens centred when it was left %s', (_where, bounds) => {
    expect(placeWindow({ ...bounds, isMaximized: false }, [LAPTOP])).toEqual({
      width: 1000,
      height: 600,
      isMaximized: false,
    });
  });

  it('does without displays', () => {
    expect(placeWindow({ x: 1, y: 1, width: 900, height: 600, isMaximized: false }, [])).toEqual({
      width: 900,
      height: 600,
      isMaximized: false,
    });
  });

  it('always opens where its title bar can be grabbed', () => {
    const number = fc.integer({ min: -5000, max: 5000 });
    const size = fc.integer({ min: 200, max: 5000 });
    fc.assert(
      fc.property(number, number, size, size, (x, y, width, height) => {
        const placed = placeWindow({ x, y, width, height, isMaximized: false }, [LAPTOP, RIGHT_SCREEN]);
        if (placed.x === undefined || placed.y === undefined) return;
        const left = placed.x;
        const top = placed.y;
        const isSeen = [LAPTOP, RIGHT_SCREEN].some(
          (area) =>
            left < area.x + area.width &&
            left + placed.width > area.x &&
            top >= area.y &&
            top < area.y + area.height,
        );
        expect(isSeen).toBe(true);
      }),
    );
  });
});

describe('keepWindowState', () => {
  class FakeWindow extends EventEmitter {
    isMaximized = (): boolean => true;
    getNormalBounds = (): { x: number; y: number; width: number; height: number } => ({
      x: 10.4,
      y: 20,
      width: 1000,
      height: 600,
    });
  }

  it('keeps the normal bounds when the window closes', () => {
    const window = new FakeWindow();
    keepWindowState(window, inFolder('window.json'), () => undefined);
    window.emit('close');
    expect(readWindowState(inFolder('window.json'))).toEqual({
      x: 10,
      y: 20,
      width: 1000,
      height: 600,
      isMaximized: true,
    });
  });

  it('lets the window close when nothing can be written', () => {
    const logged: string[] = [];
    const window = new FakeWindow();
    mkdirSync(inFolder('window.json'));
    keepWindowState(window, inFolder('window.json'), (message) => logged.push(message));
    window.emit('close');
    expect(logged).toHaveLength(1);
  });
});

describe('readWindowState', () => {
  it.each([
    '{}',
    '{"x":1,"y":1,"width":0,"height":600,"isMaximized":false}',
    '{"x":1,"y":1,"width":"900","height":600,"isMaximized":false}',
    '{"x":1e300,"y":1,"width":900,"height":600,"isMaximized":false}',
    'null',
  ])('counts %s as none', (text) => {
    writeFileSync(inFolder('window.json'), text);
    expect(readWindowState(inFolder('window.json'))).toBeNull();
  });
});
