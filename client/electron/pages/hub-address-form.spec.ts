/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHubAddressForm } from './hub-address-form.ts';

const PAGE = readFileSync(join(import.meta.dirname, 'hub-address.html'), 'utf8');

/** What the main process would say. */
interface Hub {
  current: string | null;
  answers: boolean;
  refusal: string | null;
  written: string[];
}
let hub: Hub;

beforeEach(() => {
  hub = { current: null, answers: true, refusal: null, written: [] };
  document.documentElement.innerHTML = PAGE.replace(/<script[^>]*><\/script>/, '');
});

async function open(): Promise<void> {
  const refuse = (): Promise<never> => Promise.reject(new Error(hub.refusal ?? ''));
  await startHubAddressForm(document, {
    read: () => Promise.resolve(hub.current),
    probe: () => (hub.refusal === null ? Promise.resolve(hub.answers) : refuse()),
    write: (typed) => {
      if (hub.refusal !== null) return refuse();
      hub.written.push(typed);
      return Promise.resolve();
    },
  });
}

const element = (id: string): HTMLElement => document.getElementById(id)!;
const address = (): HTMLInputElement => element('address') as HTMLInputElement;
const form = (): HTMLFormElement => element('form') as HTMLFormElement;
const message = (): string | null => element('message').textContent;
const settle = (): Promise<void> => new Promise((later) => setTimeout(later));

async function submit(typed: string): Promise<void> {
  address().value = typed;
  address().dispatchEvent(new Event('input'));
  form().requestSubmit();
  await settle();
}

describe('startHubAddressForm', () => {
  it('begins empty, with nothing to go back to', async () => {
    await open();
    expect(address().value).toBe('');
    expect(element('back').hidden).toBe(true);
    expect(element('keep-anyway').hidden).toBe(true);
  });

  it('begins with the present hub when there is one, and a way back', async () => {
    hub.current = 'https://hub.exemple.fr';
    await open();
    expect(address().value).toBe('https://hub.exemple.fr');
    expect(element('back').hidden).toBe(false);
  });

  it('keeps an address at which a hub answers', async () => {
    await open();
    await submit('hub.exemple.fr');
    expect(hub.written).toEqual(['hub.exemple.fr']);
  });

  it('shows the sentence of a refusal and brings the user back to the field', async () => {
    await open();
    hub.refusal = 'Cette adresse n’est pas valable.';
    await submit('le serveur');
    expect(message()).toBe('Cette adresse n’est pas valable.');
    expect(element('address').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement?.id).toBe('address');
    expect(element('keep-anyway').hidden).toBe(true);
    expect(hub.written).toEqual([]);
  });

  it('offers to keep an address at which nobody answers', async () => {
    await open();
    hub.answers = false;
    await submit('hub.exemple.fr');
    expect(message()).toContain('Aucun serveur');
    expect(hub.written).toEqual([]);
    element('keep-anyway').click();
    await settle();
    expect(hub.written).toEqual(['hub.exemple.fr']);
  });

  it('takes the offer back as soon as the address changes', async () => {
    await open();
    hub.answers = false;
    await submit('hub.exemple.fr');
    element('address').dispatchEvent(new Event('input'));
    expect(message()).toBe('');
    expect(element('keep-anyway').hidden).toBe(true);
    expect(element('address').getAttribute('aria-invalid')).toBe('false');
  });

  it('checks one address at a time', async () => {
    await open();
    address().value = 'hub.exemple.fr';
    form().requestSubmit();
    form().requestSubmit();
    await settle();
    expect(hub.written).toEqual(['hub.exemple.fr']);
  });
});

describe('hub-address.html', () => {
  it('has no script nor style that its policy would block', () => {
    expect(PAGE).not.toMatch(/<style|\sstyle=|\son\w+=/);
    expect(PAGE.match(/<script[^>]*>/g)).toEqual(['<script src="hub-address.js" type="module">']);
  });

  it('names its field and ties the messages to it', () => {
    expect(document.querySelector('label')?.htmlFor).toBe('address');
    for (const id of element('address').getAttribute('aria-describedby')?.split(' ') ?? []) {
      expect(element(id)).not.toBeNull();
    }
    expect(element('message').getAttribute('role')).toBe('alert');
  });
});
