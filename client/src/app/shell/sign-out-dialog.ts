import { Component, computed, inject, signal } from '@angular/core';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { SessionStore } from '../domains/shared/data/session-store.ts';
import { SyncStore } from '../domains/shared/data/sync-store.ts';
import { shellMessages } from './shell-messages.ts';

/** Asks before signing out, and says what stays on this machine. */
@Component({
  selector: 'app-sign-out-dialog',
  imports: [MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ messages.signOutTitle }}</h2>
    <mat-dialog-content>
      <p>{{ kept() }}</p>
      @if (sync.link() === 'offline') {
        <p class="fault">{{ messages.signOutOffline }}</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button type="button" class="button" mat-dialog-close>{{ messages.cancel }}</button>
      <button type="button" class="button main" [disabled]="isLeaving()" (click)="leave()">
        {{ messages.signOut }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-dialog-actions {
      padding: var(--space-3) 24px 20px;
      gap: var(--space-2);
    }

    .fault {
      margin-top: var(--space-3);
    }
  `,
})
export class SignOutDialog {
  protected readonly sync = inject(SyncStore);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly dialog = inject<MatDialogRef<SignOutDialog>>(MatDialogRef);

  protected readonly messages = shellMessages;
  protected readonly isLeaving = signal(false);
  protected readonly kept = computed(() => {
    const pending = this.sync.pendingCount();
    return pending === 0 ? shellMessages.signOutClear : shellMessages.signOutPending(pending);
  });

  protected async leave(): Promise<void> {
    this.isLeaving.set(true);
    try {
      await this.session.signOut();
      // Who signs in next may be somebody else: the page of this user is not remembered.
      await this.router.navigateByUrl('/connexion');
    } finally {
      this.dialog.close();
    }
  }
}
