import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CLOCK } from '../../shared/data/clock-store.ts';
import { HandOverStore } from '../../shared/data/hand-over-store.ts';
import { operationFile, saveFile } from '../../shared/data/operation-export.ts';
import { SessionFrame } from '../ui/session-frame.ts';
import { sessionMessages } from '../ui/session-messages.ts';

/** The hub put this device out. The page says what became of what was not sent, and offers it as a file. */
@Component({
  selector: 'app-revoked-page',
  imports: [RouterLink, SessionFrame],
  templateUrl: './revoked-page.html',
  styleUrl: './revoked-page.css',
})
export class RevokedPage {
  private readonly handOver = inject(HandOverStore);
  private readonly clock = inject(CLOCK);
  private readonly document = inject(DOCUMENT);

  protected readonly messages = sessionMessages;
  protected readonly isSending = computed(() => this.handOver.last()?.isSending ?? false);
  protected readonly total = computed(() => this.handOver.last()?.operations.length ?? 0);
  protected readonly kept = computed(() => this.handOver.last()?.kept ?? 0);
  /** What stays on this machine: declined by the hub, or not heard by it yet. */
  protected readonly left = computed(() => this.total() - this.kept());
  protected readonly canRetry = computed(() => this.left() > (this.handOver.last()?.declined ?? 0));

  protected retry(): void {
    void this.handOver.resume();
  }

  protected save(): void {
    const operations = this.handOver.last()?.operations ?? [];
    saveFile(this.document, operationFile(operations, this.clock()));
  }
}
