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
import type { AdminSetting, VisitForm, VisitFormGroup } from '@tournee/graphql';
import { OrderButtons } from './order-buttons.ts';
import { settingListMessages } from './setting-messages.ts';
import { settingElementId, type SettingFault } from './setting-view.ts';
import { VisitFormPreview } from './visit-form-preview.ts';
import {
  addChoice,
  addGroup,
  formKeys,
  type FormRow,
  formRows,
  moveNode,
  type NodePath,
  pathInFault,
  removeNode,
  renameNode,
  setKind,
} from './visit-form-tree.ts';

/** The form of « Visite ce jour » as a tree one edits line by line, and beside it what it will look like. */
@Component({
  selector: 'app-setting-form',
  imports: [OrderButtons, VisitFormPreview],
  templateUrl: './setting-form.html',
  styleUrl: './setting-form.css',
  host: { role: 'group', tabindex: '-1', '[id]': 'id()', '[attr.aria-label]': 'setting().label' },
})
export class SettingForm {
  readonly setting = input.required<AdminSetting>();
  readonly value = input.required<VisitForm>();
  readonly fault = input.required<SettingFault | null>();
  readonly changed = output<VisitForm>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly savedKeys = computed(() => formKeys(this.setting().value as VisitForm));

  protected readonly messages = settingListMessages;
  protected readonly kinds = ['radio', 'checkbox'] as const;
  protected readonly id = computed(() => settingElementId(this.setting().name));
  protected readonly rows = computed(() => formRows(this.value()));
  private readonly faultAt = computed(() => {
    const fault = this.fault();
    return fault === null ? null : pathInFault(fault.path).join('.');
  });

  protected nameOf({ node }: FormRow): string {
    return node.label.trim() || settingListMessages.unnamed;
  }

  protected groupsOf({ node }: FormRow): number {
    return 'groups' in node ? (node.groups?.length ?? 0) : 0;
  }

  protected isAtFault(path: NodePath): boolean {
    return this.faultAt() === path.join('.');
  }

  protected rename(path: NodePath, label: string): void {
    this.changed.emit(renameNode(this.value(), path, label, this.savedKeys()));
  }

  protected setKind(path: NodePath, kind: string): void {
    this.changed.emit(setKind(this.value(), path, kind as VisitFormGroup['kind']));
  }

  /** @param count of those that stand there already */
  protected addGroup(parent: NodePath, count: number): void {
    this.changed.emit(addGroup(this.value(), parent));
    this.focusNext([...parent, count], 'input');
  }

  protected addChoice(group: NodePath, count: number): void {
    this.changed.emit(addChoice(this.value(), group));
    this.focusNext([...group, count], 'input');
  }

  protected move(path: NodePath, by: 1 | -1): void {
    this.changed.emit(moveNode(this.value(), path, by));
    const place = (path.at(-1) ?? 0) + by;
    this.focusNext([...path.slice(0, -1), place], `[data-move='${String(by)}']`);
  }

  protected remove(path: NodePath): void {
    this.changed.emit(removeNode(this.value(), path));
    const parent = path.slice(0, -1);
    if (parent.length > 0) this.focusNext(parent, 'input');
    else afterNextRender(() => this.focus('.add'), { injector: this.injector });
  }

  /** What one works on stays under the hand, also when the lines change place. */
  private focusNext(path: NodePath, what: string): void {
    const selector = `[data-path='${path.join('.')}'] ${what}`;
    afterNextRender(() => this.focus(selector), { injector: this.injector });
  }

  private focus(selector: string): void {
    this.host.querySelector<HTMLElement>(selector)?.focus();
  }
}
