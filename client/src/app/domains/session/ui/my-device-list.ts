import { Component, input, output } from '@angular/core';
import type { Device } from '@tournee/graphql';
import { deviceMessages } from '../../shared/ui/device-messages.ts';
import { DeviceState } from '../../shared/ui/device-state.ts';
import { count } from '../../shared/ui/french-numbers.ts';
import { momentWords } from '../../shared/ui/moment-words.ts';

/** A person's own devices; the one he sits at is marked. */
@Component({
  selector: 'app-my-device-list',
  imports: [DeviceState],
  templateUrl: './my-device-list.html',
  styleUrl: './my-device-list.css',
})
export class MyDeviceList {
  readonly devices = input.required<readonly Device[]>();
  readonly revoke = output<Device>();

  protected readonly messages = deviceMessages;
  protected readonly moment = momentWords;
  protected readonly count = count;
}
