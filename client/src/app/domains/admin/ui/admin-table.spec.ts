import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { TableQuery } from '../util/table-query.ts';
import { AdminRow } from './admin-row.ts';
import { type AdminColumn, AdminTable } from './admin-table.ts';

const QUERY: TableQuery = { text: '', filters: {}, sort: { key: 'nom', direction: 'asc' }, page: 1 };

@Component({
  selector: 'app-table-host',
  imports: [AdminRow, AdminTable],
  template: `
    <app-admin-table
      caption="Personnes"
      empty="Personne pour l’instant."
      [columns]="columns"
      [rows]="rows()"
      [total]="total()"
      [query]="query()"
      [isLoading]="isLoading()"
      [counted]="counted"
      (ask)="asked.push($event)"
    >
      <ng-template [appAdminRow]="rows()" let-row>
        <td>
          <a class="row-link" [href]="'#' + row.id">{{ row.nom }}</a>
        </td>
        <td><button type="button">Autre</button></td>
      </ng-template>
    </app-admin-table>
  `,
})
class TableHost {
  readonly columns: AdminColumn[] = [
    { label: 'Nom', sort: 'nom' },
    { label: 'Date', sort: 'date', first: 'desc' },
  ];
  readonly rows = signal([
    { id: '1', nom: 'Garnier' },
    { id: '2', nom: 'Marchand' },
  ]);
  readonly total = signal(2);
  readonly query = signal(QUERY);
  readonly isLoading = signal(false);
  readonly asked: Partial<TableQuery>[] = [];
  readonly counted = (total: number) => `${String(total)} personnes`;
}

type Fixture = ComponentFixture<TableHost>;

async function render(change: (host: TableHost) => void = () => undefined): Promise<Fixture> {
  const fixture = TestBed.createComponent(TableHost);
  change(fixture.componentInstance);
  await fixture.whenStable();
  return fixture;
}

const element = (fixture: Fixture) => fixture.nativeElement as HTMLElement;
const button = (fixture: Fixture, words: string) =>
  [...element(fixture).querySelectorAll('button')].find(
    (found) => found.getAttribute('aria-label') === words || found.textContent.includes(words),
  )!;

describe('AdminTable', () => {
  it('shows its rows and how many there are', async () => {
    const fixture = await render();
    expect(element(fixture).querySelectorAll('tbody tr')).toHaveLength(2);
    expect(element(fixture).querySelector('[role=status]')?.textContent).toBe('2 personnes');
  });

  it('says by which column it is sorted, and asks for another order', async () => {
    const fixture = await render();
    const heads = [...element(fixture).querySelectorAll('th')];
    expect(heads.map((head) => head.getAttribute('aria-sort'))).toEqual(['ascending', null]);
    button(fixture, 'Nom').click();
    button(fixture, 'Date').click();
    expect(fixture.componentInstance.asked).toEqual([
      { sort: { key: 'nom', direction: 'desc' } },
      { sort: { key: 'date', direction: 'desc' } },
    ]);
  });

  it('turns pages within their bounds', async () => {
    const fixture = await render((host) => {
      host.total.set(120);
      host.query.set({ ...QUERY, page: 3 });
    });
    expect(element(fixture).textContent).toContain('Page 3 sur 3');
    expect(button(fixture, 'Page suivante').disabled).toBe(true);
    button(fixture, 'Page précédente').click();
    expect(fixture.componentInstance.asked).toEqual([{ page: 2 }]);
  });

  it('moves between rows with the arrow keys, from wherever one stands', async () => {
    const fixture = await render();
    document.body.append(element(fixture));
    const [first, second] = [...element(fixture).querySelectorAll('tbody tr')];
    first?.querySelector('button')?.focus();
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press('ArrowDown');
    expect(document.activeElement).toBe(second?.querySelector('a'));
    press('ArrowDown');
    expect(document.activeElement).toBe(second?.querySelector('a'));
    press('ArrowUp');
    expect(document.activeElement).toBe(first?.querySelector('a'));
  });

  it('goes to the top with another page, and stays where it is when the same rows are read again', async () => {
    const fixture = await render();
    const scroller = element(fixture).querySelector<HTMLElement>('.scroller')!;
    scroller.scrollTop = 40;
    fixture.componentInstance.rows.update((rows) => [...rows]);
    await fixture.whenStable();
    expect(scroller.scrollTop).toBe(40);
    fixture.componentInstance.query.set({ ...QUERY, page: 2 });
    fixture.componentInstance.rows.update((rows) => [...rows]);
    await fixture.whenStable();
    expect(scroller.scrollTop).toBe(0);
  });

  it('tells nothing there from nothing found from a page beyond the end', async () => {
    const without = (host: TableHost) => {
      host.rows.set([]);
      host.total.set(0);
    };
    expect(element(await render(without)).textContent).toContain('Personne pour l’instant.');
    const searched = await render((host) => {
      without(host);
      host.query.set({ ...QUERY, text: 'x', filters: { role: 'admin' } });
    });
    button(searched, 'Effacer').click();
    expect(searched.componentInstance.asked).toEqual([{ text: '', filters: {} }]);
    const beyond = await render((host) => {
      host.rows.set([]);
      host.query.set({ ...QUERY, page: 9 });
    });
    button(beyond, 'Première page').click();
    expect(beyond.componentInstance.asked).toEqual([{ page: 1 }]);
  });
});
