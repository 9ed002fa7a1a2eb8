import { Injector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { HubError } from '../../shared/data/hub/hub-error.ts';
import { AdminItem } from './admin-item.ts';

function item(fetch: (id: string) => Promise<string | null>) {
  const id = signal('1');
  const made = runInInjectionContext(TestBed.inject(Injector), () => new AdminItem(id, fetch));
  TestBed.tick();
  return { id, item: made };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const offline = new HubError('unreachable', 'NO_ANSWER', 'Failed to fetch');

describe('AdminItem', () => {
  it('reads what its key names, and again for another key', async () => {
    const { id, item: mail } = item((key) => Promise.resolve(`mail ${key}`));
    await settle();
    expect([mail.state(), mail.item()]).toEqual(['ready', 'mail 1']);
    id.set('2');
    TestBed.tick();
    await settle();
    expect(mail.item()).toBe('mail 2');
  });

  it('tells what does not exist from what could not be read', async () => {
    const { item: unknown } = item(() => Promise.resolve(null));
    await settle();
    expect([unknown.state(), unknown.problem()]).toEqual(['unknown', null]);
    const { item: unread } = item(() => Promise.reject(offline));
    await settle();
    expect(unread.problem()?.isOffline).toBe(true);
  });

  it('takes over what the hub answers to a change', async () => {
    const { item: mail } = item(() => Promise.resolve('failed'));
    await settle();
    expect(await mail.change((id) => Promise.resolve(`queued ${id}`))).toBeNull();
    expect(mail.item()).toBe('queued 1');
  });

  it('stays as it is when a change is refused, and says why', async () => {
    const { item: mail } = item(() => Promise.resolve('sent'));
    await settle();
    const refused = new HubError('fault', 'BAD_INPUT', 'Ce mail n’est pas refusé.', { field: 'id' });
    expect(await mail.change(() => Promise.reject(refused))).toEqual({
      isOffline: false,
      message: 'Ce mail n’est pas refusé.',
      field: 'id',
    });
    expect([mail.item(), mail.isChanging()]).toEqual(['sent', false]);
  });
});
