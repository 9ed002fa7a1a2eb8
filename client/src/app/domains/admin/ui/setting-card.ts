import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { FleetType, VisitForm } from '@tournee/graphql';
import { momentWords } from '../../shared/ui/moment-words.ts';
import { CronWords } from './cron-words.ts';
import { runWords } from './instant-words.ts';
import { SettingFleet } from './setting-fleet.ts';
import { SettingForm } from './setting-form.ts';
import { SettingInput } from './setting-input.ts';
import { settingMessages } from './setting-messages.ts';
import { SettingSecret } from './setting-secret.ts';
import { settingElementId, type SettingView } from './setting-view.ts';
import { settingWords } from './setting-words.ts';

/** Kinds that one field edits; the others have an editor of their own. */
const LINES = ['int', 'duration', 'flag', 'choice', 'text', 'cron', 'mail', 'mailList', 'codeList'];

/** One parameter with its words, its editor by kind, and what can be done with it. */
@Component({
  selector: 'app-setting-card',
  imports: [CronWords, SettingFleet, SettingForm, SettingInput, SettingSecret],
  templateUrl: './setting-card.html',
  styleUrl: './setting-card.css',
  host: { '[class.changed]': 'view().isChanged' },
})
export class SettingCard {
  readonly view = input.required<SettingView>();
  readonly changed = output<unknown>();
  readonly undo = output();
  readonly toDefault = output();
  readonly showHistory = output();

  protected readonly messages = settingMessages;
  protected readonly setting = computed(() => this.view().setting);
  protected readonly id = computed(() => settingElementId(this.setting().name));
  protected readonly isKnown = computed(() => LINES.includes(this.setting().kind));
  protected readonly describedBy = computed(() =>
    ['help', 'fault', 'hint'].map((what) => `${this.id()}-${what}`).join(' '),
  );
  /** The form of the visit is long: it opens when asked for, and when there is something to see to in it. */
  protected readonly isOpen = linkedSignal<boolean, boolean>({
    source: () => this.view().fault !== null,
    computation: (isAtFault, previous) => isAtFault || (previous?.value ?? false),
  });
  protected readonly form = computed(() => this.view().value as VisitForm);
  protected readonly fleet = computed(() => this.view().value as readonly FleetType[]);
  protected readonly words = computed(() => settingWords(this.setting(), this.view().value));
  protected readonly cron = computed(() => {
    const { value, fault } = this.view();
    return this.setting().kind === 'cron' && typeof value === 'string' && fault === null ? value : null;
  });
  protected readonly runs = computed(() => this.view().nextRuns.map(runWords).join(', '));
  protected readonly canReset = computed(() => {
    const { isReset, setting, isChanged } = this.view();
    return !isReset && setting.kind !== 'secret' && (setting.isSet || isChanged);
  });
  protected readonly lastChange = computed(() => {
    const { updatedAt, updatedBy } = this.setting();
    return updatedAt && settingMessages.lastChange(updatedBy ?? '', momentWords(updatedAt));
  });
  /** In the long lists the fault stands at its own line as well. */
  protected readonly faultWords = computed(() => {
    const { fault } = this.view();
    if (fault === null) return null;
    const isLines = this.setting().kind === 'mailList' || this.setting().kind === 'codeList';
    const line = isLines && fault.path !== null ? Number(fault.path.split('.')[0]) : Number.NaN;
    if (Number.isInteger(line)) return settingMessages.line(line + 1, fault.message);
    const hasOwnPlace =
      (this.setting().kind === 'visitForm' || this.setting().kind === 'fleetTypes') &&
      /\d/.test(fault.path ?? '');
    return hasOwnPlace ? null : fault.message;
  });
  protected readonly hints = computed(() => {
    const { kind, min, max, unit, isForDevices, default: value } = this.setting();
    const hints = [
      typeof min === 'number' && typeof max === 'number' ? settingMessages.bounds(min, max, unit ?? '') : '',
      kind === 'mailList' || kind === 'codeList' ? settingMessages.onePerLine[kind] : '',
      kind === 'cron' ? settingMessages.cronEmptyHint : '',
      kind === 'secret' ? '' : `${settingMessages.default(settingWords(this.setting(), value))}.`,
      isForDevices ? `${settingMessages.forDevices}.` : '',
    ];
    return hints.filter((hint) => hint !== '').join(' ');
  });

  protected changeSecret(value: string | null | undefined): void {
    if (value === undefined) this.undo.emit();
    else this.changed.emit(value);
  }
}
