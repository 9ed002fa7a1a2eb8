import { Component, computed, inject } from '@angular/core';
import { MatSnackBar, MatSnackBarConfig } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import type { Device } from '@tournee/graphql';
import { Confirmer } from '../../shared/ui/confirmer.ts';
import { deviceMessages } from '../../shared/ui/device-messages.ts';
import { DeviceState } from '../../shared/ui/device-state.ts';
import { count } from '../../shared/ui/french-numbers.ts';
import { momentWords } from '../../shared/ui/moment-words.ts';
import { revokeQuestion } from '../../shared/ui/revoke-question.ts';
import { AdminList } from '../data/admin-list.ts';
import { adminProblem } from '../data/admin-problem.ts';
import { DeviceRequests } from '../data/device-requests.ts';
import { tableAddress } from '../data/table-address.ts';
import { adminDeviceMessages } from '../ui/admin-device-messages.ts';
import { tableMessages } from '../ui/admin-messages.ts';
import { AdminListView } from '../ui/admin-list-view.ts';
import { AdminRow } from '../ui/admin-row.ts';
import type { AdminColumn } from '../ui/admin-table.ts';
import { type TableFilter, TableFilters } from '../ui/table-filters.ts';
import { DEVICE_TABLE } from '../util/device-table.ts';

const COLUMNS: readonly AdminColumn[] = [
  { label: deviceMessages.name, sort: 'name', width: '18%' },
  { label: deviceMessages.user, sort: 'nomAffiche', width: '18%' },
  { label: deviceMessages.lastSeen, sort: 'lastSeenAt', first: 'desc' },
  { label: deviceMessages.version, sort: 'version', first: 'desc' },
  { label: deviceMessages.documents, sort: 'documents', first: 'desc', isNumber: true },
  { label: deviceMessages.unsent, sort: 'unsent', first: 'desc', isNumber: true },
  { label: deviceMessages.oldestUnsent, sort: 'oldestUnsentAt' },
  { label: deviceMessages.state },
  { label: deviceMessages.actions, isUnseen: true },
];
const FILTERS: readonly TableFilter[] = [
  {
    name: 'etat',
    label: deviceMessages.state,
    choices: [
      { value: 'service', label: adminDeviceMessages.inUse },
      { value: 'ferme', label: adminDeviceMessages.out },
    ],
  },
  {
    name: 'envois',
    label: adminDeviceMessages.sendings,
    choices: [{ value: 'oui', label: adminDeviceMessages.withUnsent }],
  },
];
const SNACK_MS = 6000;

/** « Appareils »: everybody's laptops and browsers. */
@Component({
  selector: 'app-devices-page',
  imports: [AdminListView, AdminRow, DeviceState, RouterLink, TableFilters],
  templateUrl: './devices-page.html',
  styleUrl: '../ui/table-page.css',
})
export class DevicesPage {
  private readonly requests = inject(DeviceRequests);
  private readonly confirmer = inject(Confirmer);
  private readonly snacks = inject(MatSnackBar);

  protected readonly address = tableAddress(DEVICE_TABLE);
  protected readonly list = new AdminList(this.address.query, (query, signal) =>
    this.requests.page(query, signal),
  );
  protected readonly messages = { ...tableMessages, ...deviceMessages, ...adminDeviceMessages };
  protected readonly columns = COLUMNS;
  protected readonly filters = FILTERS;
  protected readonly moment = momentWords;
  protected readonly count = count;
  /** The list is that of one person, by a link from his line in « Utilisateurs ». */
  protected readonly isOfOneUser = computed(() => this.address.query().filters['utilisateur'] !== undefined);

  protected async revoke(device: Device): Promise<void> {
    if (!(await this.confirmer.ask(revokeQuestion(device)))) return;
    try {
      await this.requests.revoke(device.id);
      this.say(deviceMessages.revokedWords(device.name));
      await this.list.reload();
    } catch (error) {
      this.say(adminProblem(error).message);
    }
  }

  protected showEverybody(): void {
    const { utilisateur: _one, ...filters } = this.address.query().filters;
    this.address.change({ filters });
  }

  private say(words: string): void {
    this.snacks.open(words, undefined, Object.assign(new MatSnackBarConfig(), { duration: SNACK_MS }));
  }
}
