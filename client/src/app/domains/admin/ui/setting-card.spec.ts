import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { type AdminSetting, DEFAULT_FLEET_TYPES, DEFAULT_VISIT_FORM } from '@tournee/graphql';
import { aSetting } from '../data/testing/a-setting.ts';
import { SettingCard } from './setting-card.ts';
import type { SettingView } from './setting-view.ts';

let fixture: ComponentFixture<SettingCard>;
let element: HTMLElement;
let happened: unknown[];

async function render(setting: Partial<AdminSetting>, view: Partial<SettingView> = {}): Promise<void> {
  fixture = TestBed.createComponent(SettingCard);
  const full = aSetting(setting);
  const shown: SettingView = {
    setting: full,
    value: full.kind === 'secret' ? undefined : full.value,
    isChanged: false,
    isReset: false,
    fault: null,
    nextRuns: full.nextRuns,
    ...view,
  };
  fixture.componentRef.setInput('view', shown);
  happened = [];
  const { componentInstance: card } = fixture;
  card.changed.subscribe((value) => happened.push(value));
  card.undo.subscribe(() => happened.push('undo'));
  card.toDefault.subscribe(() => happened.push('default'));
  card.showHistory.subscribe(() => happened.push('history'));
  element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  await fixture.whenStable();
}

const button = (words: string) =>
  [...element.querySelectorAll('button')].find((one) => one.textContent.trim() === words);
const text = () => element.textContent.replace(/\s+/g, ' ');

describe('SettingCard', () => {
  it('says what a value may be and what it is by default', async () => {
    await render({});
    expect(text()).toContain('De 0 à 366 jours. Par défaut : 14 jours. Envoyé aux postes des commerciaux.');
    expect(button('Historique')).toBeUndefined();
    expect(button('Valeur par défaut')).toBeUndefined();
  });

  it('says who changed it last, and offers its history and its default', async () => {
    await render({ isSet: true, updatedAt: '2026-11-24T09:15:00.000Z', updatedBy: 'direction' });
    expect(text()).toContain('Changé par direction le 24/11/2026 10:15');
    button('Historique')!.click();
    button('Valeur par défaut')!.click();
    expect(happened).toEqual(['history', 'default']);
  });

  it('marks a change, and takes it back', async () => {
    await render({}, { value: 30, isChanged: true });
    expect(text()).toContain('Modifié');
    button('Annuler')!.click();
    expect(happened).toEqual(['undo']);
  });

  it('ties a fault to its field', async () => {
    await render({}, { fault: { message: 'De 0 à 366.', path: null } });
    const field = element.querySelector('input')!;
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = field.getAttribute('aria-describedby')!.split(' ');
    const words = described.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    expect(words).toContain('De 0 à 366.');
  });

  it('names the line of a list that is at fault', async () => {
    await render(
      { kind: 'mailList', value: ['a'] },
      { fault: { message: 'Ce n’est pas une adresse mail.', path: '0' } },
    );
    expect(text()).toContain('Ligne 1 : Ce n’est pas une adresse mail.');
  });

  it('tells the next runs of a schedule', async () => {
    await render({ kind: 'cron', value: '0 3 * * *', nextRuns: ['2026-11-25T02:00:00.000Z'] });
    expect(text()).toContain('Prochaines exécutions : mer. 25 nov. à 03:00');
  });

  it('never shows a secret: one replaces it, or empties it', async () => {
    await render({ kind: 'secret', value: null, isSet: true });
    expect(element.querySelector('input')).toBeNull();
    expect(text()).toContain('Défini');
    button('Effacer')!.click();
    button('Remplacer')!.click();
    await fixture.whenStable();
    const field = element.querySelector('input')!;
    expect(document.activeElement).toBe(field);
    expect(field.type).toBe('password');
    field.value = 'sésame';
    field.dispatchEvent(new Event('input'));
    field.value = '';
    field.dispatchEvent(new Event('input'));
    expect(happened).toEqual([null, 'sésame', 'undo']);
  });

  it('opens the form of the visit when asked to', async () => {
    await render({ kind: 'visitForm', value: DEFAULT_VISIT_FORM, default: DEFAULT_VISIT_FORM });
    expect(element.querySelector('app-setting-form')).toBeNull();
    button('Modifier')!.click();
    await fixture.whenStable();
    expect(element.querySelector('app-setting-form')).not.toBeNull();
  });

  it('adds a type of vehicle', async () => {
    const types = DEFAULT_FLEET_TYPES;
    await render({ kind: 'fleetTypes', value: types, default: types });
    button('Ajouter un type')!.click();
    expect(happened).toEqual([[...types, { key: 'type', label: '' }]]);
  });

  it('does not break on a kind that it does not know', async () => {
    await render({ kind: 'colour' as AdminSetting['kind'] });
    expect(text()).toContain('version plus récente');
  });
});
