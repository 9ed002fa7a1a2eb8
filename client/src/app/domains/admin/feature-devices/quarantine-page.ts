import { Component, inject } from '@angular/core';
import { MatDialog, MatDialogConfig } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { QuarantinedOperation } from '@tournee/graphql';
import { momentWords } from '../../shared/ui/moment-words.ts';
import { AdminList } from '../data/admin-list.ts';
import { DeviceRequests } from '../data/device-requests.ts';
import { tableAddress } from '../data/table-address.ts';
import { quarantineMessages } from '../ui/admin-device-messages.ts';
import { tableMessages } from '../ui/admin-messages.ts';
import { AdminListView } from '../ui/admin-list-view.ts';
import { AdminRow } from '../ui/admin-row.ts';
import type { AdminColumn } from '../ui/admin-table.ts';
import { payloadMessages } from '../ui/payload-messages.ts';
import { QUARANTINE_TABLE } from '../util/device-table.ts';
import { QuarantinedDialog } from './quarantined-dialog.ts';

const COLUMNS: readonly AdminColumn[] = [
  { label: quarantineMessages.received },
  { label: quarantineMessages.what, width: '20%' },
  { label: quarantineMessages.about, width: '20%' },
  { label: quarantineMessages.author, width: '20%' },
  { label: quarantineMessages.device, width: '20%' },
  { label: quarantineMessages.said },
];

/** The quarantine: what devices that are out had not sent. To be read; nothing of it is integrated. */
@Component({
  selector: 'app-quarantine-page',
  imports: [AdminListView, AdminRow, RouterLink],
  templateUrl: './quarantine-page.html',
  styleUrl: '../ui/table-page.css',
})
export class QuarantinePage {
  private readonly requests = inject(DeviceRequests);
  private readonly dialogs = inject(MatDialog);

  protected readonly address = tableAddress(QUARANTINE_TABLE);
  protected readonly list = new AdminList(this.address.query, (query, signal) =>
    this.requests.quarantine(query, signal),
  );
  protected readonly messages = { ...tableMessages, ...payloadMessages, ...quarantineMessages };
  protected readonly columns = COLUMNS;
  protected readonly moment = momentWords;

  protected open(operation: QuarantinedOperation): void {
    const config = Object.assign(new MatDialogConfig<QuarantinedOperation>(), {
      data: operation,
      width: '720px',
      maxHeight: 'calc(100vh - 48px)',
      autoFocus: 'dialog',
      enterAnimationDuration: 0,
    });
    this.dialogs.open(QuarantinedDialog, config);
  }
}
