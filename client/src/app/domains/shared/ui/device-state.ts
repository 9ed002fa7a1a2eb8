import { Component, computed, input } from '@angular/core';
import type { Device } from '@tournee/graphql';
import { deviceMessages } from './device-messages.ts';
import { momentWords } from './moment-words.ts';

/** Whether a device is in use; the reason why it is not as a tooltip. */
@Component({
  selector: 'app-device-state',
  template: `<span class="pill" [class.ok]="!device().revokedAt" [title]="reason()">{{ words() }}</span>
    @if (device().strayTokenAt; as moment) {
      <span class="pill warn" [title]="messages.strayToken(momentWords(moment))">{{ messages.stray }}</span>
    }
    @if (device().isCurrent) {
      <span class="pill accent">{{ messages.current }}</span>
    }`,
  styles: `
    :host {
      display: inline-flex;
      gap: var(--space-1);
    }
  `,
})
export class DeviceState {
  readonly device = input.required<Device>();

  protected readonly messages = deviceMessages;
  protected readonly momentWords = momentWords;
  protected readonly words = computed(() => {
    const { revokedAt, revokedReason } = this.device();
    if (!revokedAt) return deviceMessages.inUse;
    return revokedReason === 'signed-out' ? deviceMessages.signedOut : deviceMessages.revoked;
  });
  protected readonly reason = computed(() => {
    const { revokedAt, revokedReason } = this.device();
    if (!revokedAt) return '';
    return deviceMessages.revokedOn(momentWords(revokedAt), deviceMessages.reasonOf(revokedReason ?? null));
  });
}
