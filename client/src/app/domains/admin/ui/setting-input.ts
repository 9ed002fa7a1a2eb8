import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { AdminSetting } from '@tournee/graphql';
import { settingMessages } from './setting-messages.ts';
import { settingElementId } from './setting-view.ts';

/**
 * Edits a value that fits one field. What cannot be a number or an empty list is handed on as typed: the hub knows
 * what is wrong with it, and nothing typed is lost.
 */
@Component({
  selector: 'app-setting-input',
  templateUrl: './setting-input.html',
  styleUrl: './setting-input.css',
})
export class SettingInput {
  readonly setting = input.required<AdminSetting>();
  readonly value = input.required<unknown>();
  readonly isInvalid = input.required<boolean>();
  readonly describedBy = input.required<string>();
  readonly changed = output<unknown>();

  protected readonly messages = settingMessages;
  protected readonly id = computed(() => settingElementId(this.setting().name));
  protected readonly isNumber = computed(() => ['int', 'duration'].includes(this.setting().kind));
  protected readonly text = computed(() => asText(this.value()));
  /** The lines as typed, for as long as they mean the value: an empty last line must not vanish under the cursor. */
  protected readonly lines = linkedSignal<unknown, string>({
    source: this.value,
    computation: (value, previous) => {
      const typed = previous?.value ?? '';
      return same(linesOf(typed), value) ? typed : asLines(value);
    },
  });

  protected changeText(text: string): void {
    const trimmed = text.trim();
    if (trimmed === '') this.changed.emit(null);
    else if (this.isNumber() && /^-?\d+$/.test(trimmed)) this.changed.emit(Number(trimmed));
    else this.changed.emit(text);
  }

  protected changeLines(text: string): void {
    this.lines.set(text);
    this.changed.emit(linesOf(text));
  }
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function asLines(value: unknown): string {
  return Array.isArray(value) ? value.join('\n') : '';
}

/** Lines, but for empty ones; addresses may also be pasted with `;` or `,` between them. */
function linesOf(text: string): string[] {
  return text
    .split(/[\n;,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function same(lines: readonly string[], value: unknown): boolean {
  return JSON.stringify(lines) === JSON.stringify(value);
}
