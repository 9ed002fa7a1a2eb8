import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { aSetting } from '../data/testing/a-setting.ts';
import { SettingInput } from './setting-input.ts';
import type { AdminSetting } from '@tournee/graphql';

let fixture: ComponentFixture<SettingInput>;
let changes: unknown[];

async function render(setting: Partial<AdminSetting>, isInvalid = false): Promise<HTMLElement> {
  fixture = TestBed.createComponent(SettingInput);
  const full = aSetting(setting);
  fixture.componentRef.setInput('setting', full);
  fixture.componentRef.setInput('value', full.value);
  fixture.componentRef.setInput('isInvalid', isInvalid);
  fixture.componentRef.setInput('describedBy', 'words');
  changes = [];
  fixture.componentInstance.changed.subscribe((value) => changes.push(value));
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

function type(element: HTMLElement, text: string): void {
  const field = element.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

describe('SettingInput', () => {
  it('hands a number over as one, and what is none as typed', async () => {
    const element = await render({ kind: 'duration', value: 14, unit: 'jours' });
    expect(element.textContent).toContain('jours');
    for (const text of ['30', ' 7 ', '', '3,5', 'beaucoup']) type(element, text);
    expect(changes).toEqual([30, 7, null, '3,5', 'beaucoup']);
  });

  it('takes an empty line for nothing', async () => {
    const element = await render({ kind: 'text', value: 'https://exemple.fr' });
    type(element, '  ');
    expect(changes).toEqual([null]);
  });

  it('reads one address a line, also pasted with separators', async () => {
    const element = await render({ kind: 'mailList', value: ['a@exemple.fr'] });
    type(element, 'a@exemple.fr\nb@exemple.fr; c@exemple.fr\n');
    expect(changes).toEqual([['a@exemple.fr', 'b@exemple.fr', 'c@exemple.fr']]);
  });

  it('leaves the empty last line alone while one types, and follows a value from elsewhere', async () => {
    const element = await render({ kind: 'mailList', value: ['a@exemple.fr'] });
    type(element, 'a@exemple.fr\n');
    fixture.componentRef.setInput('value', ['a@exemple.fr']);
    await fixture.whenStable();
    expect(element.querySelector('textarea')!.value).toBe('a@exemple.fr\n');
    fixture.componentRef.setInput('value', []);
    await fixture.whenStable();
    expect(element.querySelector('textarea')!.value).toBe('');
  });

  it('offers the choices of the definition', async () => {
    const element = await render({
      kind: 'choice',
      value: 'tls',
      choices: [
        { value: 'auto', label: 'Automatique' },
        { value: 'tls', label: 'SSL/TLS' },
      ],
    });
    const select = element.querySelector('select')!;
    expect(select.value).toBe('tls');
    select.value = 'auto';
    select.dispatchEvent(new Event('change'));
    expect(changes).toEqual(['auto']);
  });

  it('switches a flag', async () => {
    const element = await render({ kind: 'flag', value: true });
    element.querySelector('input')!.click();
    expect(changes).toEqual([false]);
  });

  it('is named by its label and says that it is wrong', async () => {
    const element = await render({ kind: 'int', value: 1, label: 'Port SMTP' }, true);
    const field = element.querySelector('input')!;
    expect(field.getAttribute('aria-label')).toBe('Port SMTP');
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });
});
