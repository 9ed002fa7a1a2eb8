import type { AdminSetting, FleetType, VisitForm } from '@tournee/graphql';
import { settingMessages } from './setting-messages.ts';
import { formRows } from './visit-form-tree.ts';

/** What the words of a value depend on. */
export type SettingShape = Pick<AdminSetting, 'kind' | 'unit' | 'choices'>;

/** A value in words, on one line: for defaults and histories. */
export function settingWords({ kind, unit, choices }: SettingShape, value: unknown): string {
  if (kind === 'secret') return settingMessages.secretChanged;
  if (kind === 'flag') return value === true ? settingMessages.yes : settingMessages.no;
  if (kind === 'choice') return choices.find((choice) => choice.value === value)?.label ?? plain(value);
  if (kind === 'visitForm') return formWords(value as VisitForm);
  if (kind === 'fleetTypes') return joined((value as readonly FleetType[]).map(({ label }) => label));
  if (Array.isArray(value)) return joined(value.map(plain));
  if (value === null) return kind === 'cron' ? settingMessages.never : settingMessages.empty;
  return unit ? `${plain(value)}\u00a0${unit}` : plain(value);
}

/** Old and new value of a change in words; of a long list or form, what was added to it and taken out. */
export function changeWords(
  shape: SettingShape,
  before: unknown,
  after: unknown,
): { before: string; after: string } {
  const words = { before: settingWords(shape, before), after: settingWords(shape, after) };
  if (shape.kind !== 'visitForm') return words;
  const [old, next] = [labelsOf(before as VisitForm), labelsOf(after as VisitForm)];
  const added = next.filter((label) => !old.includes(label));
  const removed = old.filter((label) => !next.includes(label));
  return {
    before: withDetail(words.before, removed, settingMessages.removed),
    after: withDetail(words.after, added, settingMessages.added),
  };
}

function withDetail(words: string, labels: readonly string[], tell: (labels: string) => string): string {
  return labels.length === 0 ? words : `${words} (${tell(labels.join(', '))})`;
}

function formWords(form: VisitForm): string {
  const rows = formRows(form);
  const groups = rows.filter(({ group }) => group !== null).length;
  return settingMessages.formSummary(groups, rows.length - groups);
}

function labelsOf(form: VisitForm): string[] {
  return formRows(form).map(({ node }) => node.label);
}

function joined(words: readonly string[]): string {
  return words.length === 0 ? settingMessages.empty : words.join(', ');
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
