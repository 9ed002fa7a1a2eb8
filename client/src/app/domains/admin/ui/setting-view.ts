import type { AdminSetting } from '@tournee/graphql';

/** What is wrong with a value, and where in it; the hub's words. */
export interface SettingFault {
  readonly message: string;
  /** e.g. `groups.0.label`; null for the value as a whole. */
  readonly path: string | null;
}

/** A parameter as it stands on screen. */
export interface SettingView {
  readonly setting: AdminSetting;
  /** The edited value, else the one in force. Of a secret: what was typed, undefined while nothing was. */
  readonly value: unknown;
  readonly isChanged: boolean;
  /** It will go back to its default when saved. */
  readonly isReset: boolean;
  readonly fault: SettingFault | null;
  /** Next runs of the shown schedule. */
  readonly nextRuns: readonly string[];
}

/** Id of the element that edits a parameter, so that a fault can be gone to. */
export function settingElementId(name: string): string {
  return `setting-${name}`;
}
