import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { type PasswordChange, PasswordForm } from './password-form.ts';

async function render(): Promise<{ fixture: ComponentFixture<PasswordForm>; sent: PasswordChange[] }> {
  const fixture = TestBed.createComponent(PasswordForm);
  fixture.componentRef.setInput('isBusy', false);
  fixture.componentRef.setInput('refusal', null);
  const sent: PasswordChange[] = [];
  fixture.componentInstance.changePassword.subscribe((change) => sent.push(change));
  await fixture.whenStable();
  return { fixture, sent };
}

async function submit(
  fixture: ComponentFixture<PasswordForm>,
  ...values: [string, string, string]
): Promise<string> {
  const element = fixture.nativeElement as HTMLElement;
  element.querySelectorAll('input').forEach((input, index) => (input.value = values[index] ?? ''));
  element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await fixture.whenStable();
  return element.querySelector('[role=alert]')?.textContent ?? '';
}

describe('PasswordForm', () => {
  it('hands over the received and the new password', async () => {
    const { fixture, sent } = await render();
    await submit(fixture, 'reçu', 'une longue phrase', 'une longue phrase');
    expect(sent).toEqual([{ current: 'reçu', next: 'une longue phrase' }]);
  });

  it('sends nothing when the two entries differ', async () => {
    const { fixture, sent } = await render();
    expect(await submit(fixture, 'reçu', 'une longue phrase', 'une autre phrase')).toContain('diffèrent');
    expect(sent).toEqual([]);
  });

  it('sends nothing when a field is empty', async () => {
    const { fixture, sent } = await render();
    expect(await submit(fixture, '', 'a', 'a')).toContain('Saisissez votre mot de passe');
    expect(sent).toEqual([]);
  });
});
