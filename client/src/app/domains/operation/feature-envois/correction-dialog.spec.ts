import { ErrorHandler } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { Operation } from '@tournee/graphql';
import { anOperation } from '../../../local-db/testing/documents.ts';
import { type CorrectionDraft, CorrectionDrafts } from '../data/correction-drafts.ts';
import { SendingStore } from '../data/sending-store.ts';
import { CorrectionDialog } from './correction-dialog.ts';

const REFUSED = anOperation({
  code: 'MP',
  payload: { changes: { depFac: { from: '59', to: '590000' }, nbJour1: { from: null, to: 30 } } },
  status: 'rejected',
  reason: { code: 'TOO_LONG', message: '« Département » dépasse 4 caractères.', field: 'depFac' },
});

/** Drafts in memory. */
class Drafts {
  kept: CorrectionDraft | null = null;
  find = () => Promise.resolve(this.kept);
  keep = (_id: string, draft: CorrectionDraft) => Promise.resolve(void (this.kept = draft));
  drop = () => Promise.resolve(void (this.kept = null));
}

let drafts: Drafts;
let sent: unknown[];
let closed: unknown[];

async function open(operation: Operation = REFUSED): Promise<ComponentFixture<CorrectionDialog>> {
  TestBed.configureTestingModule({
    providers: [
      { provide: ErrorHandler, useValue: { handleError: () => undefined } },
      { provide: CorrectionDrafts, useValue: drafts },
      {
        provide: SendingStore,
        useValue: { correct: (_one: Operation, payload: unknown) => Promise.resolve(sent.push(payload) > 0) },
      },
      { provide: MatDialogRef, useValue: { close: (result: unknown) => closed.push(result) } },
      { provide: MAT_DIALOG_DATA, useValue: { operation, name: 'Ferme' } },
    ],
  });
  const fixture = TestBed.createComponent(CorrectionDialog);
  await fixture.whenStable();
  return fixture;
}

const element = (fixture: ComponentFixture<CorrectionDialog>) => fixture.nativeElement as HTMLElement;
const inputs = (fixture: ComponentFixture<CorrectionDialog>) => [
  ...element(fixture).querySelectorAll<HTMLInputElement>('input'),
];

async function type(
  fixture: ComponentFixture<CorrectionDialog>,
  index: number,
  value: string,
): Promise<void> {
  const input = inputs(fixture)[index];
  if (!input) throw new Error('No such field.');
  input.value = value;
  input.dispatchEvent(new Event('input'));
  await fixture.whenStable();
}

async function send(fixture: ComponentFixture<CorrectionDialog>): Promise<void> {
  element(fixture)
    .querySelector('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }));
  await fixture.whenStable();
}

beforeEach(() => {
  drafts = new Drafts();
  sent = [];
  closed = [];
});

describe('CorrectionDialog', () => {
  it('marks the field at fault with the hub’s sentence', async () => {
    const fixture = await open();
    expect(inputs(fixture).map((input) => input.getAttribute('aria-invalid'))).toEqual(['true', 'false']);
    expect(element(fixture).querySelector('#correction-0-fault')?.textContent).toBe(REFUSED.reason?.message);
  });

  it('sends what was typed, and forgets the draft', async () => {
    const fixture = await open();
    drafts.kept = {};
    await type(fixture, 0, '62');
    await send(fixture);
    expect(sent).toEqual([
      { changes: { depFac: { from: '59', to: '62' }, nbJour1: { from: null, to: 30 } } },
    ]);
    expect([closed, drafts.kept]).toEqual([[true], null]);
  });

  it('does not send what the hub would refuse for its shape', async () => {
    const fixture = await open();
    await type(fixture, 0, '62');
    await type(fixture, 1, 'trente');
    await send(fixture);
    expect(sent).toEqual([]);
    expect(inputs(fixture)[1]?.getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps what was typed when it is closed, and takes it up again', async () => {
    const fixture = await open();
    await type(fixture, 0, '62');
    fixture.destroy();
    TestBed.resetTestingModule();
    const again = await open();
    expect(inputs(again)[0]?.value).toBe('62');
    expect(element(again).textContent).toContain('Brouillon repris');
  });

  it('says a fault that no field shows', async () => {
    const reason = { code: 'X', message: 'Ce prospect a été supprimé.', field: null };
    const fixture = await open({ ...REFUSED, reason });
    expect(element(fixture).querySelector('footer')?.textContent).toContain(reason.message);
  });
});
