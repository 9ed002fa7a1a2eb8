import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { DEFAULT_VISIT_FORM, type OperationReason } from '@tournee/graphql';
import { PayloadEditor } from './payload-editor.ts';

const VISIT = { date: '2026-11-25', heure: '10:15', commentaire: 'Vu.', answers: { contact: ['visite'] } };

async function render(
  payload: unknown,
  changes: { fault?: OperationReason; isReadOnly?: boolean; code?: string } = {},
): Promise<ComponentFixture<PayloadEditor>> {
  const fixture = TestBed.createComponent(PayloadEditor);
  const inputs = { code: 'VC', fault: null, isReadOnly: false, ...changes };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.componentRef.setInput('payload', payload);
  fixture.componentRef.setInput('form', DEFAULT_VISIT_FORM);
  fixture.componentRef.setInput('fleetTypes', []);
  await fixture.whenStable();
  return fixture;
}

const element = (fixture: ComponentFixture<PayloadEditor>) => fixture.nativeElement as HTMLElement;
const date = (fixture: ComponentFixture<PayloadEditor>) =>
  element(fixture).querySelector<HTMLInputElement>('#payload-date')!;

describe('PayloadEditor', () => {
  it('marks the field that was refused, and says why', async () => {
    const fault = { code: 'VISIT_IN_FUTURE', message: 'Une visite future.', field: 'date' };
    const fixture = await render(VISIT, { fault });
    expect(date(fixture).getAttribute('aria-invalid')).toBe('true');
    expect(element(fixture).querySelector('#payload-date-words')?.textContent).toContain(
      'Une visite future.',
    );
    expect(element(fixture).querySelector('#payload-heure')?.getAttribute('aria-invalid')).toBe('false');
  });

  it('hands over the whole payload with what was corrected', async () => {
    const fixture = await render(VISIT);
    expect(date(fixture).value).toBe('25/11/2026');
    date(fixture).value = '24/11/2026';
    date(fixture).dispatchEvent(new Event('input'));
    expect(fixture.componentInstance.payload()).toEqual({ ...VISIT, date: '2026-11-24' });
  });

  it('shows answers as the rep ticked them, and lets them be changed', async () => {
    const fixture = await render(VISIT);
    const ticked = [...element(fixture).querySelectorAll<HTMLInputElement>('app-visit-choices input')].filter(
      ({ checked }) => checked,
    );
    expect(ticked.map((box) => box.parentElement?.textContent.trim())).toEqual(['Visite']);
    ticked[0]?.click();
    expect(fixture.componentInstance.payload()).toEqual({ ...VISIT, answers: null });
  });

  it('takes out what it does not know', async () => {
    const fixture = await render({ ...VISIT, odd: { a: 1 } });
    element(fixture).querySelector<HTMLElement>('[aria-label="Retirer «\u00a0odd\u00a0»"]')?.click();
    expect(fixture.componentInstance.payload()).toEqual(VISIT);
  });

  it('can be read only', async () => {
    const fixture = await render({ ...VISIT, odd: 1 }, { isReadOnly: true });
    expect(date(fixture).readOnly).toBe(true);
    expect(element(fixture).querySelector('.answers')?.textContent).toMatch(/Type de contact\s*Visite/);
    expect(element(fixture).querySelector('.answers input, button')).toBeNull();
  });

  it('loads no picture but a drawn signature', async () => {
    const foreign = { card: {}, signature: 'https://elsewhere.example/pixel.png' };
    expect(element(await render(foreign, { code: 'CC' })).querySelector('img')).toBeNull();
    const drawn = { card: {}, signature: 'data:image/png;base64,iVBORw0KGgo=' };
    expect(element(await render(drawn, { code: 'CC' })).querySelector('img')).not.toBeNull();
  });
});
