import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { DEFAULT_VISIT_FORM, type OperationReason, type VisitPayload } from '@tournee/graphql';
import { VisitFields } from './visit-fields.ts';

const VISIT: VisitPayload = { date: '2026-11-24', heure: '10:15', commentaire: '', answers: null };

async function render(
  visit = VISIT,
  fault: OperationReason | null = null,
): Promise<ComponentFixture<VisitFields>> {
  const fixture = TestBed.createComponent(VisitFields);
  const set = fixture.componentRef.setInput.bind(fixture.componentRef);
  set('form', DEFAULT_VISIT_FORM);
  set('visit', visit);
  set('earliest', '2026-11-10');
  set('latest', '2026-11-24');
  set('fault', fault);
  await fixture.whenStable();
  return fixture;
}

const element = (fixture: ComponentFixture<VisitFields>) => fixture.nativeElement as HTMLElement;
const visitOf = (fixture: ComponentFixture<VisitFields>) => fixture.componentInstance.visit();

function choice(fixture: ComponentFixture<VisitFields>, label: string): HTMLInputElement | null {
  const found = [...element(fixture).querySelectorAll('label.chip')].find(
    (chip) => chip.textContent.trim() === label,
  );
  return found?.querySelector('input') ?? null;
}

async function tick(fixture: ComponentFixture<VisitFields>, label: string): Promise<void> {
  choice(fixture, label)?.click();
  await fixture.whenStable();
}

describe('VisitFields', () => {
  it('has radio buttons and checkboxes where the form says so', async () => {
    const fixture = await render();
    expect(choice(fixture, 'Téléphone')?.type).toBe('radio');
    expect(choice(fixture, 'Commande')?.type).toBe('checkbox');
  });

  it('moves the tick in a radio group and lets it go', async () => {
    const fixture = await render();
    await tick(fixture, 'Visite');
    await tick(fixture, 'Mail');
    expect(visitOf(fixture).answers).toEqual({ contact: ['mail'] });
    expect(choice(fixture, 'Visite')?.checked).toBe(false);
    await tick(fixture, 'Mail');
    expect(visitOf(fixture).answers).toBeNull();
    expect(choice(fixture, 'Mail')?.checked).toBe(false);
  });

  it('opens the groups under a ticked choice, and forgets their answers with it', async () => {
    const fixture = await render();
    expect(choice(fixture, 'Agraire')).toBeNull();
    await tick(fixture, 'Remise de proposition');
    await tick(fixture, 'Agraire');
    expect(visitOf(fixture).answers).toEqual({
      'visite-action': ['proposition'],
      'proposition-type': ['agraire'],
    });
    await tick(fixture, 'Remise de proposition');
    expect(choice(fixture, 'Agraire')).toBeNull();
    expect(visitOf(fixture).answers).toBeNull();
  });

  it('reads the day as one types it', async () => {
    const fixture = await render();
    const input = element(fixture).querySelector<HTMLInputElement>('#visit-date')!;
    expect(input.value).toBe('24/11/2026');
    input.value = '20/11/2026';
    input.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(visitOf(fixture).date).toBe('2026-11-20');
    expect(element(fixture).textContent).toContain('vendredi 20 novembre 2026');
    input.value = '20/1';
    input.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    input.value = '20/1x';
    input.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(visitOf(fixture).date).toBe('');
  });

  it('settles the hour when one leaves the field', async () => {
    const fixture = await render();
    const input = element(fixture).querySelector<HTMLInputElement>('#visit-hour')!;
    input.value = '9h5';
    input.dispatchEvent(new Event('input'));
    input.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    expect(visitOf(fixture).heure).toBe('09:05');
    expect(input.value).toBe('09:05');
  });

  it('marks the field at fault', async () => {
    const fixture = await render(VISIT, {
      code: 'VISIT_TOO_OLD',
      message: 'Pas avant le 10/11/2026.',
      field: 'date',
    });
    expect(element(fixture).querySelector('#visit-date')?.getAttribute('aria-invalid')).toBe('true');
    expect(element(fixture).querySelector('#visit-date-hint')?.textContent).toContain(
      'Pas avant le 10/11/2026.',
    );
    expect(element(fixture).querySelector('#visit-hour')?.getAttribute('aria-invalid')).toBe('false');
  });

  it('marks the group of answers at fault', async () => {
    const fault = { code: 'ANSWER_NOT_SINGLE', message: 'Une seule réponse.', field: 'answers.contact' };
    expect(element(await render(VISIT, fault)).querySelector('#fault-contact')?.textContent).toBe(
      'Une seule réponse.',
    );
  });
});
