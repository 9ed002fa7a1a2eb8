import { Component, computed, inject, input } from '@angular/core';
import { MatDialog, MatDialogConfig } from '@angular/material/dialog';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { shellMessages } from './shell-messages.ts';
import { SignOutDialog } from './sign-out-dialog.ts';

/** Who is signed in, and the way out. */
@Component({
  selector: 'app-user-menu',
  imports: [MatMenuModule, RouterLink],
  template: `
    <button type="button" [matMenuTriggerFor]="menu">
      <span class="initials" aria-hidden="true">{{ initials() }}</span>
      <span class="unseen">{{ messages.userMenu }}</span>
      <span class="name">{{ name() }}</span>
      <span class="arrow" aria-hidden="true"></span>
    </button>
    <mat-menu #menu xPosition="before">
      <a mat-menu-item routerLink="/appareils">{{ messages.myDevices }}</a>
      <button type="button" mat-menu-item (click)="askToSignOut()">{{ messages.signOut }}</button>
    </mat-menu>
  `,
  styleUrl: './user-menu.css',
})
export class UserMenu {
  readonly name = input.required<string>();

  protected readonly messages = shellMessages;
  private readonly dialogs = inject(MatDialog);
  protected readonly initials = computed(() => {
    const words = this.name()
      .split(/[\s-]+/)
      .filter((word) => word !== '');
    return `${words.at(0)?.charAt(0) ?? ''}${words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : ''}`.toUpperCase();
  });

  protected askToSignOut(): void {
    const size = Object.assign(new MatDialogConfig(), { width: '440px', autoFocus: 'dialog' });
    this.dialogs.open(SignOutDialog, size);
  }
}
