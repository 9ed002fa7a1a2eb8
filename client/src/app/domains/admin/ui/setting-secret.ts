import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import type { AdminSetting } from '@tournee/graphql';
import { settingMessages } from './setting-messages.ts';
import { settingElementId } from './setting-view.ts';

/** A value that is never shown: one sees whether there is one, replaces it or empties it. */
@Component({
  selector: 'app-setting-secret',
  templateUrl: './setting-secret.html',
  styleUrl: './setting-secret.css',
})
export class SettingSecret {
  readonly setting = input.required<AdminSetting>();
  /** Undefined: nothing was changed; null: to be emptied; a text: to be replaced by it. */
  readonly value = input.required<unknown>();
  readonly isInvalid = input.required<boolean>();
  readonly describedBy = input.required<string>();
  /** Undefined when what was typed is taken back. */
  readonly changed = output<string | null | undefined>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  /** The field closes when the value is saved, for then the parameter comes anew. */
  private readonly isOpen = linkedSignal({ source: this.setting, computation: () => false });

  protected readonly messages = settingMessages;
  protected readonly id = computed(() => settingElementId(this.setting().name));
  protected readonly typed = computed(() => {
    const value = this.value();
    return typeof value === 'string' ? value : '';
  });
  protected readonly isEmptied = computed(() => this.value() === null);
  protected readonly isTyping = computed(() => this.typed() !== '' || this.isOpen());
  protected readonly state = computed(() => {
    if (this.isEmptied()) return settingMessages.secretWillBeEmptied;
    return this.setting().isSet ? settingMessages.secretSet : settingMessages.secretNotSet;
  });
  protected readonly action = computed(() =>
    this.setting().isSet ? settingMessages.secretReplace : settingMessages.secretSetIt,
  );

  protected open(): void {
    this.isOpen.set(true);
    this.focusNext('input');
  }

  protected close(event: Event): void {
    event.stopPropagation();
    this.isOpen.set(false);
    this.changed.emit(undefined);
    this.focusNext('button');
  }

  protected type(text: string): void {
    this.changed.emit(text === '' ? undefined : text);
  }

  private focusNext(what: 'button' | 'input'): void {
    afterNextRender(() => this.host.querySelector<HTMLElement>(what)?.focus(), { injector: this.injector });
  }
}
