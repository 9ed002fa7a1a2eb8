import { inject, Injectable } from '@angular/core';
import { MatDialog, MatDialogConfig } from '@angular/material/dialog';
import type { SearchOpener } from '../../shared/data/search-opener.ts';
import { CardOpener } from '../feature-clients/card-opener.ts';
import { VisitDialogOpener } from '../feature-visit/visit-dialog-opener.ts';
import { displayName } from '../../shared/ui/display-name.ts';
import { clientMessages } from '../ui/client-messages.ts';
import { searchMessages } from '../ui/search-messages.ts';
import { type SearchChoice, SearchWindow } from './search-window.ts';

/** Opens Ctrl+K, and does what was chosen in it once it is closed: windows do not stand upon each other. */
@Injectable({ providedIn: 'root' })
export class SearchWindowOpener implements SearchOpener {
  private readonly dialogs = inject(MatDialog);
  private readonly cards = inject(CardOpener);
  private readonly visits = inject(VisitDialogOpener);

  open(): Promise<void> {
    if (this.dialogs.openDialogs.length > 0) return Promise.resolve();
    const config = Object.assign(new MatDialogConfig(), {
      ariaLabel: searchMessages.title,
      width: '860px',
      maxHeight: 'calc(100vh - 96px)',
      position: { top: '72px' },
      autoFocus: 'input',
      enterAnimationDuration: 0,
      exitAnimationDuration: 0,
    });
    const dialog = this.dialogs.open<SearchWindow, unknown, SearchChoice>(SearchWindow, config);
    return new Promise((resolve) => {
      dialog.afterClosed().subscribe((choice) => {
        resolve(this.act(choice));
      });
    });
  }

  private async act(choice: SearchChoice | undefined): Promise<void> {
    if (choice === undefined) return;
    const { entry } = choice;
    if (choice.kind === 'card') {
      await this.cards.open(entry.id);
      return;
    }
    const facts = [entry.id, entry.cAgence ?? ''].filter((fact) => fact !== '').join(' · ');
    const subject = { entityType: 'client', entityId: entry.id, corrects: null } as const;
    const name = displayName(entry.nomClient) || clientMessages.unnamed;
    await this.visits.open({ subject, name, facts, refused: null });
  }
}
