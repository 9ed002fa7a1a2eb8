import { TestBed } from '@angular/core/testing';
import { Confirmer } from './confirmer.ts';

const QUESTION = { title: 'Fermer la session ?', lines: ['Une ligne.'], yes: 'Fermer', no: 'Annuler' };

async function ask(): Promise<{ answer: Promise<boolean>; dialog: HTMLElement }> {
  const answer = TestBed.inject(Confirmer).ask(QUESTION);
  await new Promise((resolve) => setTimeout(resolve));
  return { answer, dialog: document.querySelector('mat-dialog-container')! };
}

function press(dialog: HTMLElement, words: string): void {
  [...dialog.querySelectorAll('button')].find((button) => button.textContent.includes(words))?.click();
}

describe('Confirmer', () => {
  it('says what will happen, and answers yes', async () => {
    const { answer, dialog } = await ask();
    expect(dialog.textContent).toContain('Une ligne.');
    press(dialog, 'Fermer');
    expect(await answer).toBe(true);
  });

  it('takes Annuler for a no', async () => {
    const { answer, dialog } = await ask();
    press(dialog, 'Annuler');
    expect(await answer).toBe(false);
  });
});
