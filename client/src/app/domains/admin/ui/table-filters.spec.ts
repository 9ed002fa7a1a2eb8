import { jest } from '@jest/globals';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { TableQuery } from '../util/table-query.ts';
import { type TableFilter, TableFilters } from './table-filters.ts';

const QUERY: TableQuery = {
  text: '',
  filters: { actif: 'oui' },
  sort: { key: 'nom', direction: 'asc' },
  page: 2,
};
const FILTERS: TableFilter[] = [
  { name: 'role', label: 'Rôle', choices: [{ value: 'admin', label: 'Administrateur' }] },
  { name: 'actif', label: 'État', choices: [{ value: 'oui', label: 'Actifs' }] },
];

async function render(): Promise<{ fixture: ComponentFixture<TableFilters>; asked: Partial<TableQuery>[] }> {
  const fixture = TestBed.createComponent(TableFilters);
  fixture.componentRef.setInput('query', QUERY);
  fixture.componentRef.setInput('filters', FILTERS);
  fixture.componentRef.setInput('searchIn', 'Nom, mail');
  const asked: Partial<TableQuery>[] = [];
  fixture.componentInstance.ask.subscribe((change) => asked.push(change));
  await fixture.whenStable();
  return { fixture, asked };
}

function type(fixture: ComponentFixture<TableFilters>, text: string): HTMLInputElement {
  const field = (fixture.nativeElement as HTMLElement).querySelector('input')!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  return field;
}

describe('TableFilters', () => {
  it('asks once for what is typed, after a pause', async () => {
    const { fixture, asked } = await render();
    jest.useFakeTimers();
    try {
      type(fixture, 'gar');
      jest.advanceTimersByTime(200);
      type(fixture, 'garnier ');
      jest.advanceTimersByTime(200);
      expect(asked).toEqual([]);
      jest.advanceTimersByTime(200);
      expect(asked).toEqual([{ text: 'garnier' }]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('asks at once with Enter', async () => {
    const { fixture, asked } = await render();
    type(fixture, 'garnier').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(asked).toEqual([{ text: 'garnier' }]);
  });

  it('sets a filter beside the others, and takes it back', async () => {
    const { fixture, asked } = await render();
    const [role, state] = [...(fixture.nativeElement as HTMLElement).querySelectorAll('select')];
    role!.value = 'admin';
    role!.dispatchEvent(new Event('change'));
    state!.value = '';
    state!.dispatchEvent(new Event('change'));
    expect(asked).toEqual([{ filters: { actif: 'oui', role: 'admin' } }, { filters: {} }]);
  });
});
