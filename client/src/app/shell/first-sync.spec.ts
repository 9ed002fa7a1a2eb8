import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Link } from '../domains/shared/data/sync-store.ts';
import { FirstSync } from './first-sync.ts';

async function render(
  received: number,
  total: number,
  link: Link = 'syncing',
  problem: string | null = null,
) {
  const fixture = TestBed.createComponent(FirstSync);
  fixture.componentRef.setInput('progress', { received, total });
  fixture.componentRef.setInput('link', link);
  fixture.componentRef.setInput('problem', problem);
  await fixture.whenStable();
  return fixture;
}

const element = (fixture: ComponentFixture<FirstSync>) => fixture.nativeElement as HTMLElement;
const words = (fixture: ComponentFixture<FirstSync>) => element(fixture).textContent.replace(/\s+/g, ' ');

describe('FirstSync', () => {
  it('shows documents received and total', async () => {
    const fixture = await render(1500, 6000);
    expect(words(fixture)).toContain('1 500 documents reçus sur 6 000');
    expect(element(fixture).querySelector('progress')?.getAttribute('value')).toBe('25');
    expect(element(fixture).querySelector('button')).toBeNull();
  });

  it('has no length as long as the total is unknown', async () => {
    const fixture = await render(0, 0);
    expect(element(fixture).querySelector('progress')?.hasAttribute('value')).toBe(false);
    expect(words(fixture)).toContain('En attente du serveur');
  });

  it('says what is wrong and lets the user try again', async () => {
    const fixture = await render(1500, 6000, 'offline');
    expect(words(fixture)).toContain('le serveur ne répond pas');
    expect(words(fixture)).toContain('Ce qui est déjà reçu est conservé');
    let retries = 0;
    fixture.componentInstance.retry.subscribe(() => retries++);
    element(fixture).querySelector('button')?.click();
    expect(retries).toBe(1);
  });

  it('repeats the sentence of the hub when there is one', async () => {
    expect(words(await render(0, 0, 'online', 'La base est en cours de calcul.'))).toContain(
      'en cours de calcul',
    );
  });
});
