import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { DirectoryEntry } from '../../shared/data/directory/directory-entry.ts';
import { anEntry } from '../../shared/data/testing/an-entry.ts';
import { ClientList } from './client-list.ts';

const CLIENTS: DirectoryEntry[] = ['EARL DU MARAIS', 'GAEC DES PEUPLIERS', 'TAXIS BONNET'].map(
  (nomClient, index) => anEntry({ id: `00010${String(index)}`, nomClient, villeFac: 'LENS', cAgence: 'A01' }),
);

interface Inputs {
  items: readonly DirectoryEntry[];
  total: number;
  query: string;
  isLoading: boolean;
  openId: string | null;
}

async function render(changes: Partial<Inputs> = {}): Promise<ComponentFixture<ClientList>> {
  const fixture = TestBed.createComponent(ClientList);
  const inputs: Inputs = { items: CLIENTS, total: 3, query: '', isLoading: false, openId: null, ...changes };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return fixture;
}

const element = (fixture: ComponentFixture<ClientList>) => fixture.nativeElement as HTMLElement;
const field = (fixture: ComponentFixture<ClientList>) => element(fixture).querySelector('input')!;

async function press(fixture: ComponentFixture<ClientList>, key: string): Promise<void> {
  field(fixture).dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  await fixture.whenStable();
}

function opened(fixture: ComponentFixture<ClientList>): string[] {
  const ids: string[] = [];
  fixture.componentInstance.enter.subscribe((id) => ids.push(id));
  return ids;
}

describe('ClientList', () => {
  // jsdom lays nothing out and cannot scroll.
  beforeAll(() => {
    HTMLElement.prototype.scrollTo = () => undefined;
  });

  it('opens the first client with Enter', async () => {
    const fixture = await render();
    const ids = opened(fixture);
    await press(fixture, 'Enter');
    expect(ids).toEqual(['000100']);
  });

  it('moves with the arrow keys and stays within the list', async () => {
    const fixture = await render();
    const ids = opened(fixture);
    for (const key of ['ArrowDown', 'Enter', 'ArrowDown', 'ArrowDown', 'Enter', 'ArrowUp', 'Enter']) {
      await press(fixture, key);
    }
    expect(ids).toEqual(['000101', '000102', '000101']);
  });

  it('starts from the open client', async () => {
    const fixture = await render({ openId: '000101' });
    const ids = opened(fixture);
    await press(fixture, 'ArrowDown');
    await press(fixture, 'Enter');
    expect(ids).toEqual(['000102']);
  });

  it('goes back to the first result when the query changes', async () => {
    const fixture = await render();
    const ids = opened(fixture);
    await press(fixture, 'ArrowDown');
    fixture.componentRef.setInput('query', 'a');
    await fixture.whenStable();
    await press(fixture, 'Enter');
    expect(ids).toEqual(['000100']);
  });

  it('keeps its row when a synchronisation changes the list', async () => {
    const fixture = await render();
    const ids = opened(fixture);
    await press(fixture, 'ArrowDown');
    fixture.componentRef.setInput('items', CLIENTS.slice(1));
    await fixture.whenStable();
    await press(fixture, 'Enter');
    expect(ids).toEqual(['000101']);
  });

  it('hands over what is typed, and clears it with Escape', async () => {
    const fixture = await render();
    const queries: string[] = [];
    fixture.componentInstance.query.subscribe((query) => queries.push(query));
    field(fixture).value = 'marais';
    field(fixture).dispatchEvent(new Event('input'));
    await fixture.whenStable();
    await press(fixture, 'Escape');
    expect(queries).toEqual(['marais', '']);
    expect(field(fixture).value).toBe('');
  });

  it('opens nothing when nothing was found, and says so', async () => {
    const fixture = await render({ items: [], query: 'zzz' });
    const ids = opened(fixture);
    await press(fixture, 'Enter');
    expect(ids).toEqual([]);
    expect(element(fixture).textContent).toContain('Aucun client ne correspond à «\u00a0zzz\u00a0».');
  });

  it('tells an empty base from one that is being read', async () => {
    expect(element(await render({ items: [], total: 0 })).textContent).toContain(
      'Aucun client dans votre base.',
    );
    const loading = element(await render({ items: [], total: 0, isLoading: true }));
    expect(loading.textContent).toContain('Lecture de votre base');
    expect(loading.textContent).not.toContain('Aucun client');
  });
});
