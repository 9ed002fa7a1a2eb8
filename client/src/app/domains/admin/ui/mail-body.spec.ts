import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MailBody } from './mail-body.ts';

async function render(): Promise<ComponentFixture<MailBody>> {
  const fixture = TestBed.createComponent(MailBody);
  fixture.componentRef.setInput('html', '<p style="color: red">Bonjour</p><script>top.x = 1</script>');
  fixture.componentRef.setInput('text', 'Bonjour\n');
  await fixture.whenStable();
  return fixture;
}

const element = (fixture: ComponentFixture<MailBody>) => fixture.nativeElement as HTMLElement;

describe('MailBody', () => {
  it('shows the HTML in a frame that may do nothing', async () => {
    const frame = element(await render()).querySelector('iframe');
    expect(frame?.getAttribute('sandbox')).toBe('');
    expect(frame?.srcdoc).toContain('<p style="color: red">Bonjour</p>');
  });

  it('shows the plain text on demand', async () => {
    const fixture = await render();
    const [html, text] = [...element(fixture).querySelectorAll('button')];
    text?.click();
    await fixture.whenStable();
    expect(element(fixture).querySelector('pre')?.textContent).toBe('Bonjour\n');
    expect(element(fixture).querySelector('iframe')).toBeNull();
    expect([html?.getAttribute('aria-pressed'), text?.getAttribute('aria-pressed')]).toEqual([
      'false',
      'true',
    ]);
  });
});
