import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { DEFAULT_VISIT_FORM, type VisitForm } from '@tournee/graphql';
import { SettingForm } from './setting-form.ts';
import type { SettingFault } from './setting-view.ts';
import { aSetting } from '../data/testing/a-setting.ts';

let fixture: ComponentFixture<SettingForm>;
let element: HTMLElement;

beforeEach(async () => {
  fixture = TestBed.createComponent(SettingForm);
  const setting = aSetting({ name: 'visit.form', kind: 'visitForm', value: DEFAULT_VISIT_FORM });
  fixture.componentRef.setInput('setting', setting);
  fixture.componentRef.setInput('value', DEFAULT_VISIT_FORM);
  fixture.componentRef.setInput('fault', null);
  fixture.componentInstance.changed.subscribe((form) => {
    fixture.componentRef.setInput('value', form);
  });
  element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  await fixture.whenStable();
});

const form = (): VisitForm => fixture.componentInstance.value();
const preview = () => element.querySelector('app-visit-form-preview')?.textContent;

async function press(name: string): Promise<void> {
  const found = [...element.querySelectorAll('button')].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent.trim()) === name,
  );
  if (!found) throw new Error(`No button « ${name} ».`);
  found.focus();
  found.click();
  await fixture.whenStable();
}

async function type(label: string): Promise<void> {
  const field = document.activeElement as HTMLInputElement;
  field.value = label;
  field.dispatchEvent(new Event('input'));
  await fixture.whenStable();
}

describe('SettingForm', () => {
  it('adds an answer, with the cursor in it, and shows it as the rep will see it', async () => {
    await press('Ajouter une réponse à «\u00a0Type de contact\u00a0»');
    await type('Salon');
    expect(form().groups[0]?.choices.at(-1)).toEqual({ key: 'salon', label: 'Salon' });
    expect(preview()).toContain('Salon');
  });

  it('adds a group at the top, and one under an answer', async () => {
    await press('Ajouter un groupe');
    await type('Météo');
    expect(form().groups.at(-1)).toMatchObject({ key: 'meteo', label: 'Météo' });
    await press('Préciser «\u00a0Téléphone\u00a0» par un groupe de réponses');
    await type('Joint');
    expect(form().groups[0]?.choices[1]?.groups?.[0]?.label).toBe('Joint');
  });

  it('keeps the button under the hand while an answer moves, and does nothing at the end', async () => {
    await press('Descendre «\u00a0Visite\u00a0»');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Descendre «\u00a0Visite\u00a0»');
    expect(
      form()
        .groups[0]?.choices.map(({ label }) => label)
        .slice(0, 2),
    ).toEqual(['Téléphone', 'Visite']);
    const before = form();
    await press('Monter «\u00a0Téléphone\u00a0»');
    expect(form()).toBe(before);
  });

  it('takes an answer out and goes to its group', async () => {
    await press('Retirer «\u00a0Agence\u00a0»');
    expect(form().groups[0]?.choices).toHaveLength(3);
    expect((document.activeElement as HTMLInputElement).value).toBe('Type de contact');
  });

  it('marks the line that the hub finds fault with', async () => {
    const fault: SettingFault = { message: 'Le libellé est vide.', path: 'groups.0.choices.2.label' };
    fixture.componentRef.setInput('fault', fault);
    await fixture.whenStable();
    const line = element.querySelector("[data-path='0.2']");
    expect(line?.querySelector('input')?.getAttribute('aria-invalid')).toBe('true');
    expect(line?.textContent).toContain('Le libellé est vide.');
    expect(element.querySelectorAll('.fault')).toHaveLength(1);
  });

  it('says in words how many answers a group takes', async () => {
    const select = element.querySelector('select')!;
    expect(select.value).toBe('radio');
    select.value = 'checkbox';
    select.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    expect(form().groups[0]?.kind).toBe('checkbox');
  });
});
