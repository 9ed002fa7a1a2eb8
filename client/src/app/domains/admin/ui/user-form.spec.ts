import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { draftOf } from '../util/user-draft.ts';
import { aUser } from '../util/testing/a-user.ts';
import { type FormFault, UserForm } from './user-form.ts';

async function render(fault: FormFault | null = null): Promise<ComponentFixture<UserForm>> {
  const fixture = TestBed.createComponent(UserForm);
  fixture.componentRef.setInput('draft', draftOf(aUser()));
  fixture.componentRef.setInput('fault', fault);
  await fixture.whenStable();
  return fixture;
}

const element = (fixture: ComponentFixture<UserForm>) => fixture.nativeElement as HTMLElement;
const field = (fixture: ComponentFixture<UserForm>, name: string) =>
  element(fixture).querySelector<HTMLInputElement>(`[name=${name}]`)!;

describe('UserForm', () => {
  it('hands over what is typed and chosen', async () => {
    const fixture = await render();
    field(fixture, 'mail').value = 'x@y.example';
    field(fixture, 'mail').dispatchEvent(new Event('input'));
    field(fixture, 'role').value = 'admin';
    field(fixture, 'role').dispatchEvent(new Event('change'));
    expect(fixture.componentInstance.draft()).toEqual({
      ...draftOf(aUser()),
      mail: 'x@y.example',
      role: 'admin',
    });
  });

  it('shows a refusal at its field, and says which field it describes', async () => {
    const fixture = await render({ field: 'mail', message: 'Ce n’est pas une adresse mail.' });
    const mail = field(fixture, 'mail');
    expect(mail.getAttribute('aria-invalid')).toBe('true');
    const words = element(fixture).querySelector(`#${mail.getAttribute('aria-describedby') ?? ''}`);
    expect(words?.textContent.trim()).toBe('Ce n’est pas une adresse mail.');
    expect(element(fixture).querySelector('[role=alert]')).toBeNull();
  });

  it('shows a refusal of no field above them', async () => {
    const fixture = await render({ field: 'id', message: 'Cet élément n’existe pas.' });
    expect(element(fixture).querySelector('[role=alert]')?.textContent).toContain('n’existe pas');
  });
});
