import { Component, inject } from '@angular/core';
import { MatSnackBar, MatSnackBarConfig } from '@angular/material/snack-bar';
import type { Device } from '@tournee/graphql';
import { Confirmer } from '../../shared/ui/confirmer.ts';
import { deviceMessages } from '../../shared/ui/device-messages.ts';
import { revokeQuestion } from '../../shared/ui/revoke-question.ts';
import { MyDeviceStore } from '../data/my-device-store.ts';
import { MyDeviceList } from '../ui/my-device-list.ts';
import { myDeviceMessages } from '../ui/my-device-messages.ts';

const SNACK_MS = 6000;

/** « Mes appareils »: where a person has signed in. */
@Component({
  selector: 'app-my-devices-page',
  imports: [MyDeviceList],
  providers: [MyDeviceStore],
  template: `
    <section class="panel">
      <p class="hint intro">{{ messages.intro }}</p>
      @if (store.problem(); as problem) {
        <div class="problem">
          <div role="alert">
            <p class="fault">{{ messages.notLoaded }}</p>
            <p class="hint">{{ problem }}</p>
          </div>
          <button type="button" class="button" [disabled]="store.isLoading()" (click)="store.load()">
            {{ messages.retry }}
          </button>
        </div>
      }
      @if (store.devices(); as devices) {
        <app-my-device-list [devices]="devices" (revoke)="revoke($event)" />
      } @else if (!store.problem()) {
        <p class="intro" role="status">{{ messages.loading }}</p>
      }
    </section>
  `,
  styleUrl: './my-devices-page.css',
})
export class MyDevicesPage {
  protected readonly store = inject(MyDeviceStore);
  protected readonly messages = myDeviceMessages;
  private readonly confirmer = inject(Confirmer);
  private readonly snacks = inject(MatSnackBar);

  protected async revoke(device: Device): Promise<void> {
    if (!(await this.confirmer.ask(revokeQuestion(device)))) return;
    const refused = await this.store.revoke(device.id);
    const config = Object.assign(new MatSnackBarConfig(), { duration: SNACK_MS });
    this.snacks.open(refused ?? deviceMessages.revokedWords(device.name), undefined, config);
  }
}
