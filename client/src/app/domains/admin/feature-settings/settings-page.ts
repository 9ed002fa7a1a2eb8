import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  ErrorHandler,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { MatDialog, MatDialogConfig } from '@angular/material/dialog';
import type { AdminSetting } from '@tournee/graphql';
import { SettingEditorStore } from '../data/setting-editor-store.ts';
import { ProblemNotice } from '../ui/problem-notice.ts';
import { SettingCard } from '../ui/setting-card.ts';
import { settingGroups } from '../ui/setting-groups.ts';
import { settingMessages } from '../ui/setting-messages.ts';
import { SettingSaveBar } from '../ui/setting-save-bar.ts';
import { settingElementId } from '../ui/setting-view.ts';
import { LeaveDialog } from './leave-dialog.ts';
import { SettingHistoryDialog, type SettingHistoryData } from './setting-history-dialog.ts';

/** « Réglages »: all parameters, as the hub defines them. What is edited on the page is saved together. */
@Component({
  selector: 'app-settings-page',
  imports: [ProblemNotice, SettingCard, SettingSaveBar],
  providers: [SettingEditorStore],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.css',
  host: {
    '(keydown.control.enter)': 'save()',
    '(keydown.meta.enter)': 'save()',
    '(window:beforeunload)': 'warn($event)',
  },
})
export class SettingsPage {
  /** Name of a parameter in the address: the page opens at it. */
  readonly reglage = input<string>();

  protected readonly store = inject(SettingEditorStore);
  private readonly dialogs = inject(MatDialog);
  private readonly document = inject(DOCUMENT);
  private readonly errors = inject(ErrorHandler);
  private readonly injector = inject(Injector);

  protected readonly messages = settingMessages;
  protected readonly query = signal('');
  protected readonly refusal = signal('');
  protected readonly done = signal('');
  protected readonly groups = computed(() => settingGroups(this.store.settings(), this.query()));
  protected readonly foundWords = computed(() => {
    const found = this.groups().reduce((sum, { settings }) => sum + settings.length, 0);
    return this.query().trim() === '' ? '' : settingMessages.found(found);
  });

  constructor() {
    effect(() => {
      const wanted = this.reglage();
      if (wanted !== undefined && this.store.status() === 'ready') this.focusSetting(wanted);
    });
  }

  /** For the guard of the route: true when nothing is lost, or the user says so. */
  async canLeave(): Promise<boolean> {
    if (this.store.changedCount() === 0) return true;
    const dialog = this.dialogs.open<LeaveDialog, undefined, boolean>(LeaveDialog);
    return new Promise((resolve) => {
      dialog.afterClosed().subscribe((isLeaving) => {
        resolve(isLeaving ?? false);
      });
    });
  }

  protected async save(): Promise<void> {
    if (this.store.isSaving() || this.store.changedCount() === 0) return;
    this.refusal.set('');
    this.done.set('');
    try {
      const result = await this.store.save();
      if (result.kind === 'saved') this.done.set(settingMessages.saved);
      else this.showRefusal(result.message, result.name);
    } catch (error) {
      this.refusal.set(settingMessages.failed);
      this.errors.handleError(error);
    }
  }

  protected undoAll(): void {
    this.store.undoAll();
    this.refusal.set('');
  }

  protected goTo(id: string): void {
    const heading = this.document.getElementById(id);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }

  protected showHistory(setting: AdminSetting | null): void {
    const data: SettingHistoryData = { setting, settings: this.store.settings().map((one) => one.setting) };
    const config = Object.assign(new MatDialogConfig<SettingHistoryData>(), { data, width: '860px' });
    this.dialogs.open(SettingHistoryDialog, config);
  }

  /** The browser's own question, for a reload or a closed tab. */
  protected warn(event: BeforeUnloadEvent): void {
    if (this.store.changedCount() > 0) event.preventDefault();
  }

  private showRefusal(message: string, name: string | null): void {
    const label = this.store.settings().find(({ setting }) => setting.name === name)?.setting.label;
    this.refusal.set(label === undefined ? message : `${label}\u00a0: ${message}`);
    if (name !== null) this.focusSetting(name);
  }

  private focusSetting(name: string): void {
    // The field may be out of the search's sight.
    this.query.set('');
    const focus = (): void => {
      const field = this.document.getElementById(settingElementId(name));
      (field?.querySelector<HTMLElement>('[aria-invalid=true]') ?? field)?.focus();
    };
    afterNextRender(focus, { injector: this.injector });
  }
}
