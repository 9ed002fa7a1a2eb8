import { TestBed } from '@angular/core/testing';
import type { Device } from '@tournee/graphql';
import { MyDeviceList } from './my-device-list.ts';

const DEVICE: Device = {
  id: 'a',
  name: 'Tournée win32 0.1.0',
  userId: '7',
  nomAffiche: 'Isabelle Garnier',
  userWindows: 'igarnier',
  createdAt: '2026-01-05T08:00:00.000Z',
  lastSeenAt: '2026-11-24T09:15:00.000Z',
  version: '0.1.0',
  documents: 2000,
  unsent: 0,
  oldestUnsentAt: null,
  reportedAt: '2026-11-24T09:15:00.000Z',
  strayTokenAt: null,
  revokedAt: null,
  revokedReason: null,
  isCurrent: true,
};
const LOST: Device = {
  ...DEVICE,
  id: 'b',
  name: 'Navigateur Chrome',
  isCurrent: false,
  revokedAt: '2026-11-01T09:00:00.000Z',
  revokedReason: 'revoked-by-admin',
};

describe('MyDeviceList', () => {
  it('says that a session was shown without the key of its device', async () => {
    const fixture = TestBed.createComponent(MyDeviceList);
    fixture.componentRef.setInput('devices', [{ ...DEVICE, strayTokenAt: '2026-11-24T09:00:00.000Z' }]);
    await fixture.whenStable();
    const pill = (fixture.nativeElement as HTMLElement).querySelector('.pill.warn');
    expect(pill?.textContent).toBe('Jeton copié');
    expect(pill?.getAttribute('title')).toContain('Le 24/11/2026 10:00, la session');
  });

  it('marks the device one sits at, and offers to revoke only what is in use', async () => {
    const fixture = TestBed.createComponent(MyDeviceList);
    fixture.componentRef.setInput('devices', [DEVICE, LOST]);
    const revoked: string[] = [];
    fixture.componentInstance.revoke.subscribe(({ id }) => revoked.push(id));
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const [current, lost] = [...element.querySelectorAll('tbody tr')];
    expect(current?.textContent).toContain('cet appareil');
    expect(lost?.querySelector('.pill')?.getAttribute('title')).toBe(
      '01/11/2026 10:00, révoqué par un administrateur',
    );
    expect(lost?.textContent).not.toContain('Jeton copié');
    const buttons = [...element.querySelectorAll('button')];
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
      'Révoquer Tournée win32 0.1.0',
    ]);
    buttons[0]?.click();
    expect(revoked).toEqual(['a']);
  });
});
