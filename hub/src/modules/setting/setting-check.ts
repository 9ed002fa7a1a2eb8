import { settingDefinition, type SettingName } from '@tournee/graphql';
import * as z from 'zod';

/** Zod's own sentences in French, for what no rule of ours has a sentence for. */
const french = z.locales.fr().localeError;

/** What the hub's scheduler says of a cron expression. */
export type ScheduleCheck = (
  expression: string,
  from: Date,
) => { isValid: true; nextRuns: readonly Date[] } | { isValid: false; reason: string };

export type CheckedValue =
  | { readonly isValid: true; readonly value: unknown; readonly nextRuns: readonly Date[] }
  | { readonly isValid: false; readonly message: string; readonly path: string | null };

/** What a value of a parameter is worth: the value as it is stored, or what is wrong with it and where. */
export function checkValue(
  name: SettingName,
  value: unknown,
  checkSchedule: ScheduleCheck,
  now: Date,
): CheckedValue {
  const { schema, kind } = settingDefinition(name);
  const parsed = schema.safeParse(value, { error: french });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { isValid: false, message: issue?.message ?? '', path: issue?.path.join('.') || null };
  }
  if (kind !== 'cron' || typeof parsed.data !== 'string')
    return { isValid: true, value: parsed.data, nextRuns: [] };
  const check = checkSchedule(parsed.data, now);
  if (!check.isValid) return { isValid: false, message: check.reason, path: null };
  return { isValid: true, value: parsed.data.trim().replace(/\s+/g, ' '), nextRuns: check.nextRuns };
}
