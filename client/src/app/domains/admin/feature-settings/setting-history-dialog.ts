import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import type { AdminSetting, SettingChange } from '@tournee/graphql';
import { adminProblem } from '../data/admin-problem.ts';
import { SettingRequests } from '../data/setting-requests.ts';
import { changeRow } from '../ui/setting-change-row.ts';
import { settingHistoryMessages } from '../ui/setting-messages.ts';

export interface SettingHistoryData {
  /** Null: the changes of all parameters. */
  readonly setting: AdminSetting | null;
  readonly settings: readonly AdminSetting[];
}

const PAGE_SIZE = 20;

/** Who changed a parameter, when, from what to what; newest first. */
@Component({
  selector: 'app-setting-history-dialog',
  imports: [MatDialogModule],
  templateUrl: './setting-history-dialog.html',
  styleUrl: './setting-history-dialog.css',
})
export class SettingHistoryDialog {
  protected readonly data = inject<SettingHistoryData>(MAT_DIALOG_DATA);
  private readonly requests = inject(SettingRequests);
  private readonly changes = signal<readonly SettingChange[]>([]);

  protected readonly messages = settingHistoryMessages;
  protected readonly total = signal(0);
  protected readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  protected readonly problem = signal('');
  protected readonly title = computed(() =>
    this.data.setting === null
      ? settingHistoryMessages.allTitle
      : settingHistoryMessages.title(this.data.setting.label),
  );
  protected readonly rows = computed(() =>
    this.changes().map((change) =>
      changeRow(
        change,
        this.data.settings.find(({ name }) => name === change.name),
      ),
    ),
  );

  constructor() {
    void this.more();
  }

  protected async more(): Promise<void> {
    this.state.set('loading');
    const page = Math.floor(this.changes().length / PAGE_SIZE) + 1;
    try {
      const { rows, total } = await this.requests.changes(this.data.setting?.name ?? null, page, PAGE_SIZE);
      // A change that was saved meanwhile pushes one that is known already onto this page.
      const known = new Set(this.changes().map(({ id }) => id));
      this.changes.update((changes) => [...changes, ...rows.filter(({ id }) => !known.has(id))]);
      this.total.set(total);
      this.state.set('ready');
    } catch (error) {
      this.problem.set(adminProblem(error).message);
      this.state.set('failed');
    }
  }
}
