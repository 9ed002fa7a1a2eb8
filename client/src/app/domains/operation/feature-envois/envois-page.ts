import { Component, DOCUMENT, effect, type ElementRef, inject, untracked, viewChild } from '@angular/core';
import type { Operation } from '@tournee/graphql';
import { CLOCK } from '../../shared/data/clock-store.ts';
import { OperationStore } from '../../shared/data/operation-store.ts';
import { operationFile, saveFile } from '../../shared/data/operation-export.ts';
import type { Sending, SendingFilter } from '../data/sending-groups.ts';
import { SendingStore } from '../data/sending-store.ts';
import { operationMessages } from '../ui/operation-messages.ts';
import { SendingFilters } from '../ui/sending-filters.ts';
import { groupTitle, SendingGroupPanel, type SettledField } from '../ui/sending-group-panel.ts';
import { SendingActions } from './sending-actions.ts';

/** « Envois »: every operation of this device, what became of it, and what can be done about it. */
@Component({
  selector: 'app-envois-page',
  imports: [SendingFilters, SendingGroupPanel],
  providers: [SendingStore, SendingActions],
  templateUrl: './envois-page.html',
  styleUrl: './envois-page.css',
})
export class EnvoisPage {
  protected readonly store = inject(SendingStore);
  protected readonly messages = operationMessages;
  protected readonly groupTitle = groupTitle;
  private readonly actions = inject(SendingActions);
  private readonly operations = inject(OperationStore);
  private readonly clock = inject(CLOCK);
  private readonly document = inject(DOCUMENT);
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');

  constructor() {
    effect(() => {
      if (this.operations.unreadNotices().length > 0) untracked(() => void this.store.markNoticesRead());
    });
  }

  protected choose(filter: SendingFilter): void {
    this.store.choose(filter);
    this.list()?.nativeElement.scrollTo({ top: 0 });
  }

  protected async settle({ sending, field, isMine }: SettledField): Promise<void> {
    await this.actions.settle(sending.operation, field, isMine);
    this.keepFocus();
  }

  protected async correct({ operation }: Sending, name: string): Promise<void> {
    await this.actions.correct(operation, name);
  }

  protected async giveUp({ operation }: Sending, name: string): Promise<void> {
    await this.actions.giveUp(operation, name);
    this.keepFocus();
  }

  protected save(operations: readonly Operation[]): void {
    saveFile(this.document, operationFile(operations, this.clock()));
  }

  /** The row that had the focus may be gone: without it, the keyboard would begin again at the top of the window. */
  private keepFocus(): void {
    setTimeout(() => {
      if (this.document.activeElement === this.document.body) this.list()?.nativeElement.focus();
    });
  }
}
