import { Component, DOCUMENT, inject } from '@angular/core';
import { MatDialog, MatDialogConfig, type MatDialogRef } from '@angular/material/dialog';
import { MatSnackBar, MatSnackBarConfig } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import type { AdminUser } from '@tournee/graphql';
import { CLOCK } from '../../shared/data/clock-store.ts';
import { momentWords } from '../../shared/ui/moment-words.ts';
import { AdminList } from '../data/admin-list.ts';
import { adminProblem } from '../data/admin-problem.ts';
import { tableAddress } from '../data/table-address.ts';
import { UserRequests } from '../data/user-requests.ts';
import { AdminListView } from '../ui/admin-list-view.ts';
import { AdminRow } from '../ui/admin-row.ts';
import type { AdminColumn } from '../ui/admin-table.ts';
import { adminMessages, tableMessages } from '../ui/admin-messages.ts';
import { type TableFilter, TableFilters } from '../ui/table-filters.ts';
import { userMessages } from '../ui/user-messages.ts';
import { ROLES, USER_TABLE } from '../util/user-table.ts';
import { saveText } from './save-text.ts';
import { UserDialog, type UserDialogResult } from './user-dialog.ts';
import { UserImportDialog } from './user-import-dialog.ts';

const COLUMNS: readonly AdminColumn[] = [
  { label: userMessages.name, sort: 'nomAffiche', width: '20%' },
  { label: userMessages.columns.userWindows, sort: 'userWindows' },
  { label: userMessages.columns.cUser, sort: 'cUser' },
  { label: userMessages.columns.mail, sort: 'mail', width: '24%' },
  { label: userMessages.role, sort: 'role' },
  { label: userMessages.columns.reps, width: '11%' },
  { label: userMessages.agency, sort: 'cAgence' },
  { label: userMessages.scope },
  { label: userMessages.lastSeen },
  { label: userMessages.state, sort: 'isActive', first: 'desc' },
];
const FILTERS: readonly TableFilter[] = [
  {
    name: 'role',
    label: userMessages.role,
    choices: ROLES.map((value) => ({ value, label: userMessages.roles[value] })),
  },
  {
    name: 'etat',
    label: userMessages.state,
    choices: [
      { value: 'actif', label: userMessages.actives },
      { value: 'inactif', label: userMessages.inactives },
    ],
  },
];
const SNACK_MS = 8000;

/** « Utilisateurs »: the « table de correspondance ». */
@Component({
  selector: 'app-users-page',
  imports: [AdminListView, AdminRow, TableFilters],
  templateUrl: './users-page.html',
  styleUrl: '../ui/table-page.css',
})
export class UsersPage {
  private readonly requests = inject(UserRequests);
  private readonly dialogs = inject(MatDialog);
  private readonly snacks = inject(MatSnackBar);
  private readonly document = inject(DOCUMENT);
  private readonly clock = inject(CLOCK);
  private readonly router = inject(Router);

  protected readonly address = tableAddress(USER_TABLE);
  protected readonly list = new AdminList(this.address.query, (query, signal) =>
    this.requests.page(query, signal),
  );
  protected readonly messages = { ...adminMessages, ...tableMessages, ...userMessages };
  protected readonly columns = COLUMNS;
  protected readonly filters = FILTERS;
  protected readonly moment = momentWords;
  private opened: MatDialogRef<UserDialog, UserDialogResult> | null = null;

  /** Back and the tabs do not throw away what is typed in an open dialog either. */
  canLeave(): Promise<boolean> {
    return this.opened?.componentInstance.leave() ?? Promise.resolve(true);
  }

  /** @param user null: a new one */
  protected open(user: AdminUser | null): void {
    const config = Object.assign(new MatDialogConfig<AdminUser | null>(), {
      data: user,
      width: '680px',
      maxHeight: 'calc(100vh - 48px)',
      autoFocus: '[name=nomAffiche]',
      enterAnimationDuration: 0,
      // What is typed is not lost by a click beside it: the dialog asks first.
      disableClose: true,
      closeOnNavigation: false,
    });
    const dialog = this.dialogs.open<UserDialog, AdminUser | null, UserDialogResult>(UserDialog, config);
    this.opened = dialog;
    dialog.afterClosed().subscribe((result) => {
      this.opened = null;
      if (!result) return;
      this.say(result);
      void this.list.reload();
    });
  }

  protected import(): void {
    const config = Object.assign(new MatDialogConfig(), { width: '720px', maxHeight: 'calc(100vh - 48px)' });
    const dialog = this.dialogs.open<UserImportDialog, unknown, boolean>(UserImportDialog, config);
    dialog.afterClosed().subscribe((isChanged) => {
      if (isChanged) void this.list.reload();
    });
  }

  protected async export(): Promise<void> {
    try {
      const day = this.clock().toISOString().slice(0, 10);
      saveText(this.document, `utilisateurs-${day}.csv`, await this.requests.export());
    } catch (error) {
      this.say({ words: adminProblem(error).message });
    }
  }

  /** A mail that is queued has not left yet: the message leads to where one sees whether it did. */
  private say({ words, mailTo }: UserDialogResult): void {
    const config = Object.assign(new MatSnackBarConfig(), { duration: SNACK_MS });
    const bar = this.snacks.open(words, mailTo === undefined ? undefined : userMessages.seeMails, config);
    if (mailTo === undefined) return;
    bar.onAction().subscribe(() => {
      void this.router.navigate(['/administration/mails'], { queryParams: { recherche: mailTo } });
    });
  }
}
