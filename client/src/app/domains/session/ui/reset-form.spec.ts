import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { ResetForm } from './reset-form.ts';

let fixture: ComponentFixture<ResetForm>;
let element: HTMLElement;
let chosen: string[];

beforeEach(async () => {
  fixture = TestBed.createComponent(ResetForm);
  fixture.componentRef.setInput('isBusy', false);
  fixture.componentRef.setInput('refusal', null);
  element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  chosen = [];
  fixture.componentInstance.choosePassword.subscribe((password) => chosen.push(password));
  await fixture.whenStable();
});

const field = (id: string) => element.querySelector<HTMLInputElement>(`#${id}`)!;
const met = () => [...element.querySelectorAll('li.met')].map((rule) => rule.textContent.trim());

async function submit(next: string, repeat: string): Promise<string> {
  field('new-password').value = next;
  field('new-password').dispatchEvent(new Event('input'));
  field('new-password-again').value = repeat;
  element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  await fixture.whenStable();
  return element.querySelector('[role=alert]')?.textContent ?? '';
}

describe('ResetForm', () => {
  it('hands over a password that was typed twice', async () => {
    expect(await submit('jantes et pneus 38', 'jantes et pneus 38')).toBe('');
    expect(chosen).toEqual(['jantes et pneus 38']);
  });

  it.each([
    ['', '', 'Saisissez votre nouveau mot de passe.', 'new-password'],
    ['court', 'court', 'au moins 10', 'new-password'],
    ['Azerty2026!', 'Azerty2026!', 'facile à deviner', 'new-password'],
    ['jantes et pneus 38', '', 'une seconde fois', 'new-password-again'],
    ['jantes et pneus 38', 'jantes et pneu 38', 'diffèrent', 'new-password-again'],
  ])('asks again for %p and %p', async (next, repeat, words, id) => {
    expect(await submit(next, repeat)).toContain(words);
    expect(document.activeElement?.id).toBe(id);
    expect(chosen).toEqual([]);
  });

  it('ticks the rules that are met as one types', async () => {
    expect(met()).toEqual([]);
    await submit('jantes et pneus 38', '');
    expect(met()).toHaveLength(2);
  });

  it('shows what is typed when asked to', async () => {
    element.querySelector<HTMLInputElement>('.reveal input')!.click();
    await fixture.whenStable();
    expect(field('new-password').type).toBe('text');
    expect(field('new-password-again').type).toBe('text');
  });
});
