import type { BrowserWindow, Rectangle } from 'electron';
import * as z from 'zod';
import { readKeptJson, writeKeptJson } from './kept-json.ts';

const whole = z.number().transform(Math.round).pipe(z.int().min(-100_000).max(100_000));
const windowState = z.object({
  x: whole.optional(),
  y: whole.optional(),
  width: whole.pipe(z.int().positive()),
  height: whole.pipe(z.int().positive()),
  isMaximized: z.boolean(),
});

/** Where the window stands. Without `x` and `y` Electron centres it. */
export interface WindowState {
  x?: number | undefined;
  y?: number | undefined;
  width: number;
  height: number;
  isMaximized: boolean;
}

export const DEFAULT_WINDOW_STATE: WindowState = { width: 1280, height: 800, isMaximized: false };

/** Part of the title bar that must be on a screen, in pixels: enough to see it and drag it. */
const GRIP = { width: 120, height: 24 };

/**
 * Where the window opens: where it was left, when that can still be seen. A laptop leaves the second screen in the
 * office, and a window that opens there is lost to its user.
 * @param workAreas `workArea` of each display, the primary one first
 */
export function placeWindow(kept: WindowState | null, workAreas: readonly Rectangle[]): WindowState {
  const { x, y, width, height, isMaximized } = kept ?? DEFAULT_WINDOW_STATE;
  const fit = (area: Rectangle | undefined): { width: number; height: number } => ({
    width: Math.min(width, area?.width ?? width),
    height: Math.min(height, area?.height ?? height),
  });
  if (x !== undefined && y !== undefined) {
    const home = workAreas.find((area) => showsGrip({ x, y, ...fit(area) }, area));
    if (home !== undefined) return { x, y, ...fit(home), isMaximized };
  }
  return { ...fit(workAreas[0]), isMaximized };
}

function showsGrip(bounds: Rectangle, area: Rectangle): boolean {
  const visible = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return visible >= GRIP.width && bounds.y >= area.y && bounds.y + GRIP.height <= area.y + area.height;
}

/** The state that was left, or null. */
export function readWindowState(file: string): WindowState | null {
  return readKeptJson(file, windowState);
}

/** Keeps the state of a window when it closes: its normal bounds, also when it is maximised or minimised. */
export function keepWindowState(
  window: Pick<BrowserWindow, 'getNormalBounds' | 'isMaximized'> & {
    on(event: 'close', listener: () => void): unknown;
  },
  file: string,
  log: (message: string) => void,
): void {
  window.on('close', () => {
    try {
      writeKeptJson(file, {
        ...window.getNormalBounds(),
        isMaximized: window.isMaximized(),
      } satisfies WindowState);
    } catch (error) {
      // A full disk must not keep the window from closing.
      log(`window state is not kept: ${String(error)}`);
    }
  });
}
