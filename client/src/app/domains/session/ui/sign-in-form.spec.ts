import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { type Credentials, SignInForm } from './sign-in-form.ts';

async function render(refusal: string | null = null): Promise<ComponentFixture<SignInForm>> {
  const fixture = TestBed.createComponent(SignInForm);
  fixture.componentRef.setInput('isBusy', false);
  fixture.componentRef.setInput('refusal', refusal);
  await fixture.whenStable();
  return fixture;
}

const element = (fixture: ComponentFixture<SignInForm>) => fixture.nativeElement as HTMLElement;

function fill(fixture: ComponentFixture<SignInForm>, userName: string, password: string): void {
  element(fixture).querySelector<HTMLInputElement>('#user-name')!.value = userName;
  element(fixture).querySelector<HTMLInputElement>('#password')!.value = password;
  element(fixture)
    .querySelector('form')!
    .dispatchEvent(new Event('submit', { cancelable: true }));
}

describe('SignInForm', () => {
  it('hands over what was typed', async () => {
    const fixture = await render();
    const sent: Credentials[] = [];
    fixture.componentInstance.signIn.subscribe((credentials) => sent.push(credentials));
    fill(fixture, ' igarnier ', ' secret ');
    expect(sent).toEqual([{ userName: 'igarnier', password: ' secret ' }]);
  });

  it('asks for what is missing before the hub is asked', async () => {
    const fixture = await render();
    const sent: Credentials[] = [];
    fixture.componentInstance.signIn.subscribe((credentials) => sent.push(credentials));
    fill(fixture, '', 'secret');
    await fixture.whenStable();
    expect(element(fixture).querySelector('[role=alert]')?.textContent).toBe('Saisissez votre identifiant.');
    fill(fixture, 'igarnier', '');
    await fixture.whenStable();
    expect(element(fixture).querySelector('[role=alert]')?.textContent).toBe('Saisissez votre mot de passe.');
    expect(sent).toEqual([]);
  });

  it('shows why the hub refused', async () => {
    const fixture = await render('Identifiant ou mot de passe incorrect.');
    expect(element(fixture).querySelector('[role=alert]')?.textContent).toContain('incorrect');
  });
});
