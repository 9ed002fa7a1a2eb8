import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { DEFAULT_VISIT_FORM, type HistoryEntry } from '@tournee/graphql';
import { HistoryList } from './history-list.ts';

function entries(length: number, origine = 'CRV'): HistoryEntry[] {
  return Array.from({ length }, (_, index) => ({
    num: index + (origine === 'LIT' ? 100_000 : 1),
    origine,
    date: '2026-10-13',
    heure: '14:30',
    cUser: 'GA00',
    auteur: null,
    objet: `${origine} ${String(index)}`,
    commentaire: null,
    operation: null,
    answers: null,
    state: null,
    reason: null,
  }));
}

async function render(history: readonly HistoryEntry[]): Promise<ComponentFixture<HistoryList>> {
  const fixture = TestBed.createComponent(HistoryList);
  fixture.componentRef.setInput('clientId', '000107');
  fixture.componentRef.setInput('entries', history);
  fixture.componentRef.setInput('form', DEFAULT_VISIT_FORM);
  fixture.componentRef.setInput('today', '2026-11-24');
  await fixture.whenStable();
  return fixture;
}

const element = (fixture: ComponentFixture<HistoryList>) => fixture.nativeElement as HTMLElement;
const items = (fixture: ComponentFixture<HistoryList>) =>
  element(fixture).querySelectorAll('app-history-item').length;
const button = (fixture: ComponentFixture<HistoryList>, text: string) =>
  [...element(fixture).querySelectorAll('button')].find((candidate) => candidate.textContent.includes(text));

describe('HistoryList', () => {
  it('hides disputes until they are asked for', async () => {
    const fixture = await render([...entries(4), ...entries(3, 'LIT')]);
    expect(items(fixture)).toBe(4);
    button(fixture, 'Afficher les litiges (3)')?.click();
    await fixture.whenStable();
    expect(items(fixture)).toBe(7);
    button(fixture, 'Masquer les litiges')?.click();
    await fixture.whenStable();
    expect(items(fixture)).toBe(4);
  });

  it('has no dispute button without disputes', async () => {
    const fixture = await render(entries(1));
    expect(button(fixture, 'litiges')).toBeUndefined();
  });

  it('hides disputes again for the next client', async () => {
    const fixture = await render([...entries(1), ...entries(1, 'LIT')]);
    button(fixture, 'Afficher les litiges')?.click();
    await fixture.whenStable();
    fixture.componentRef.setInput('clientId', '000331');
    await fixture.whenStable();
    expect(items(fixture)).toBe(1);
  });

  it('puts a long history on screen in pieces', async () => {
    const fixture = await render(entries(500));
    expect(items(fixture)).toBe(60);
    button(fixture, 'Afficher 60 de plus')?.click();
    await fixture.whenStable();
    expect(items(fixture)).toBe(120);
  });

  it('says so when there is nothing, or nothing but disputes', async () => {
    expect(element(await render([])).textContent).toContain('Aucune relation avec ce client');
    expect(element(await render(entries(2, 'LIT'))).textContent).toContain('à part les litiges');
  });

  it('writes comments as text, never as markup', async () => {
    const [first] = entries(1);
    const fixture = await render([{ ...first!, commentaire: '<script>alert(1)</script>' }]);
    expect(element(fixture).querySelector('script')).toBeNull();
    expect(element(fixture).textContent).toContain('<script>alert(1)</script>');
  });

  it('keeps what matches a word, and offers all of it again', async () => {
    const fixture = await render(entries(20));
    const search = element(fixture).querySelector<HTMLInputElement>('input[type=search]')!;
    search.value = 'crv 7';
    search.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(items(fixture)).toBe(2);
    search.value = 'rien de tel';
    search.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    button(fixture, 'Tout afficher')?.click();
    await fixture.whenStable();
    expect(items(fixture)).toBe(20);
  });
});
