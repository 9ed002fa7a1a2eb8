import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
} from '@angular/core';
import type { AdminSetting, FleetType } from '@tournee/graphql';
import { OrderButtons } from './order-buttons.ts';
import { settingListMessages } from './setting-messages.ts';
import { settingElementId, type SettingFault } from './setting-view.ts';
import { freeKey, keyOf, moved, pathInFault } from './visit-form-tree.ts';

const KEY_LENGTH = 20;

/** The types of vehicles: named, put in order, added and taken out. Counts are kept by their keys, which never change. */
@Component({
  selector: 'app-setting-fleet',
  imports: [OrderButtons],
  templateUrl: './setting-fleet.html',
  styleUrl: './setting-fleet.css',
  host: { role: 'group', tabindex: '-1', '[id]': 'id()', '[attr.aria-label]': 'setting().label' },
})
export class SettingFleet {
  readonly setting = input.required<AdminSetting>();
  readonly value = input.required<readonly FleetType[]>();
  readonly fault = input.required<SettingFault | null>();
  readonly changed = output<readonly FleetType[]>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  protected readonly messages = settingListMessages;
  protected readonly id = computed(() => settingElementId(this.setting().name));
  protected readonly faultAt = computed(() => pathInFault(this.fault()?.path ?? null)[0] ?? null);
  private readonly savedKeys = computed(
    () => new Set((this.setting().value as readonly FleetType[]).map(({ key }) => key)),
  );

  protected nameOf({ label }: FleetType): string {
    return label.trim() || settingListMessages.unnamed;
  }

  protected rename(index: number, label: string): void {
    this.changed.emit(this.value().map((type, at) => (at === index ? this.named(type, label) : type)));
  }

  protected add(): void {
    const key = freeKey('type', this.takenKeys(), KEY_LENGTH);
    this.changed.emit([...this.value(), { key, label: '' }]);
    this.focusNext('li:last-child input');
  }

  protected move(index: number, by: 1 | -1): void {
    this.changed.emit(moved(this.value(), index, by));
    this.focusNext(`li:nth-child(${String(index + by + 1)}) [data-move='${String(by)}']`);
  }

  protected remove(index: number): void {
    this.changed.emit(this.value().filter((_, at) => at !== index));
    this.focusNext('.add');
  }

  private named(type: FleetType, label: string): FleetType {
    if (this.savedKeys().has(type.key)) return { ...type, label };
    const taken = this.takenKeys();
    taken.delete(type.key);
    return { label, key: freeKey(keyOf(label, KEY_LENGTH), taken, KEY_LENGTH) };
  }

  private takenKeys(): Set<string> {
    return new Set([...this.savedKeys(), ...this.value().map(({ key }) => key)]);
  }

  private focusNext(selector: string): void {
    const focus = (): void => this.host.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
