import type { ShellBridge } from '../../ipc/contract.ts';

const TEXTS = {
  checking: 'Vérification de l’adresse…',
  noAnswer:
    'Aucun serveur Tournée ne répond à cette adresse. Vérifiez-la et votre connexion, ou enregistrez-la quand même.',
} as const;

interface Form {
  address: HTMLInputElement;
  message: HTMLElement;
  save: HTMLButtonElement;
  keepAnyway: HTMLButtonElement;
  back: HTMLAnchorElement;
}

/**
 * Runs the page that asks for the hub: checks that one answers, then keeps the address. An address that nobody answers
 * at can be kept all the same: the rep may be setting up his laptop at home.
 */
export async function startHubAddressForm(document: Document, hub: ShellBridge['hubAddress']): Promise<void> {
  const form = findForm(document);

  const attempt = async (keep: boolean): Promise<void> => {
    show(form, TEXTS.checking, 'progress');
    try {
      if (keep || (await hub.probe(form.address.value))) await hub.write(form.address.value);
      else show(form, TEXTS.noAnswer, 'unanswered');
    } catch (error) {
      show(form, error instanceof Error ? error.message : String(error), 'refused');
    }
  };

  document.getElementById('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!form.save.disabled) void attempt(false);
  });
  form.keepAnyway.addEventListener('click', () => void attempt(true));
  form.address.addEventListener('input', () => {
    show(form, '', 'idle');
  });

  const current = await hub.read();
  if (current === null) return;
  form.address.value = current;
  form.address.select();
  form.back.hidden = false;
}

function show(form: Form, message: string, state: 'idle' | 'progress' | 'unanswered' | 'refused'): void {
  const isInvalid = state === 'unanswered' || state === 'refused';
  form.message.textContent = message;
  form.message.classList.toggle('progress', state === 'progress');
  form.address.setAttribute('aria-invalid', String(isInvalid));
  form.save.disabled = state === 'progress';
  form.keepAnyway.hidden = state !== 'unanswered';
  if (isInvalid) form.address.focus();
}

function findForm(document: Document): Form {
  return {
    address: find(document, 'address') as HTMLInputElement,
    message: find(document, 'message'),
    save: find(document, 'save') as HTMLButtonElement,
    keepAnyway: find(document, 'keep-anyway') as HTMLButtonElement,
    back: find(document, 'back') as HTMLAnchorElement,
  };
}

function find(document: Document, id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`hub-address.html has no #${id}`);
  return element;
}
