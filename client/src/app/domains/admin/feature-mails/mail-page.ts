import { Component, computed, inject, input, signal } from '@angular/core';
import { MatSnackBar, MatSnackBarConfig } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { Confirmer } from '../../shared/ui/confirmer.ts';
import { momentWords } from '../../shared/ui/moment-words.ts';
import { AdminItem } from '../data/admin-item.ts';
import { MailRequests } from '../data/mail-requests.ts';
import { adminMessages, tableMessages } from '../ui/admin-messages.ts';
import { MailBody } from '../ui/mail-body.ts';
import { mailMessages } from '../ui/mail-messages.ts';
import { ProblemNotice } from '../ui/problem-notice.ts';

const SNACK_MS = 5000;

/** One mail: what it says, what became of it, and the way to send it again. */
@Component({
  selector: 'app-mail-page',
  imports: [MailBody, ProblemNotice, RouterLink],
  templateUrl: './mail-page.html',
  styleUrl: './mail-page.css',
})
export class MailPage {
  /** Number of the mail, from the address. */
  readonly id = input.required<string>();

  private readonly requests = inject(MailRequests);
  private readonly confirmer = inject(Confirmer);
  private readonly snacks = inject(MatSnackBar);

  protected readonly mail = new AdminItem(this.id, (id) => this.requests.find(id));
  protected readonly messages = { ...tableMessages, ...mailMessages };
  protected readonly problem = signal<string | null>(null);
  protected readonly canRetry = computed(() =>
    ['failed', 'uncertain'].includes(this.mail.item()?.status ?? ''),
  );
  protected readonly hidesLink = computed(() => this.mail.item()?.kind === 'password-reset');
  /** What became of it, line by line; what there is nothing to say about is left out. */
  protected readonly facts = computed(() => {
    const mail = this.mail.item();
    if (mail === null) return [];
    const { senderName, senderAddress, lastError, response, nextTryAt, sentAt } = mail;
    const sender = senderName ? `${senderName} <${senderAddress ?? ''}>` : mailMessages.hub;
    const lines: [string, string | null | undefined][] = [
      [mailMessages.recipient, mail.recipient || mailMessages.none],
      [mailMessages.recipients, mail.recipients.length > 1 ? mail.recipients.join(', ') : null],
      [mailMessages.sender, sender],
      [mailMessages.kind, mailMessages.kindOf(mail.kind)],
      [mailMessages.cause, mail.cause],
      [mailMessages.created, momentWords(mail.createdAt)],
      [mailMessages.sentAt, sentAt && momentWords(sentAt)],
      [mailMessages.tries, String(mail.tries)],
      [mailMessages.nextTry, nextTryAt && momentWords(nextTryAt)],
      [mailMessages.lastError, lastError],
      [mailMessages.response, response],
    ];
    return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
  });

  /** A mail that may have arrived is sent again only by somebody who knows that. */
  protected async retry(): Promise<void> {
    const isUncertain = this.mail.item()?.status === 'uncertain';
    const isSure =
      !isUncertain ||
      (await this.confirmer.ask({
        title: mailMessages.uncertainTitle,
        lines: mailMessages.uncertainLines,
        yes: mailMessages.retry,
        no: adminMessages.cancel,
      }));
    if (!isSure) return;
    const problem = await this.mail.change((id) => this.requests.retry(id));
    this.problem.set(problem?.message ?? null);
    if (problem === null) {
      const duration = Object.assign(new MatSnackBarConfig(), { duration: SNACK_MS });
      this.snacks.open(mailMessages.retried, undefined, duration);
    }
  }
}
