import { ErrorHandler, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { DEFAULT_VISIT_FORM, type OperationReason, type VisitPayload } from '@tournee/graphql';
import { SettingStore } from '../../shared/data/setting-store.ts';
import { SyncStore } from '../../shared/data/sync-store.ts';
import { VisitRecorder } from '../data/visit-recorder.ts';
import { VisitDialog, type VisitDialogData } from './visit-dialog.ts';

/** A recorder that remembers what it was asked to do; its answer can be chosen. */
class Recorder {
  readonly bounds = signal({ today: '2026-11-24', earliest: '2026-11-10' });
  readonly recorded: VisitPayload[] = [];
  kept: VisitPayload | null = null;
  answer: OperationReason | null = null;
  fault: OperationReason | null = null;
  failure: Error | null = null;

  check = () => this.fault;

  async record(_subject: unknown, visit: VisitPayload): Promise<OperationReason | null> {
    if (this.failure) throw this.failure;
    if (this.answer === null) this.recorded.push(visit);
    return Promise.resolve(this.answer);
  }

  async keepDraft(_subject: unknown, visit: VisitPayload): Promise<void> {
    this.kept = visit;
    await Promise.resolve();
  }

  async dropDraft(): Promise<void> {
    this.kept = null;
    await Promise.resolve();
  }
}

/** How far the device's clock is ahead, in milliseconds. */
let clockOffset = 0;

interface Scene {
  fixture: ComponentFixture<VisitDialog>;
  recorder: Recorder;
  element: HTMLElement;
  closed: unknown[];
}

const SUBJECT = { entityType: 'client', entityId: '000107', corrects: null };

async function open(
  draft: VisitPayload | null = null,
  link = 'online',
  refused: VisitDialogData['refused'] = null,
): Promise<Scene> {
  const recorder = new Recorder();
  const closed: unknown[] = [];
  TestBed.configureTestingModule({
    providers: [
      // What the console would show.
      { provide: ErrorHandler, useValue: { handleError: () => undefined } },
      { provide: VisitRecorder, useValue: recorder },
      { provide: SettingStore, useValue: { visitForm: signal(DEFAULT_VISIT_FORM) } },
      { provide: SyncStore, useValue: { link: signal(link), clockOffset: signal(clockOffset) } },
      { provide: MatDialogRef, useValue: { close: (result: unknown) => closed.push(result) } },
      {
        provide: MAT_DIALOG_DATA,
        useValue: { subject: SUBJECT, name: 'EARL du Marais', facts: '000107 · A01', draft, refused },
      },
    ],
  });
  const fixture = TestBed.createComponent(VisitDialog);
  const element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  await fixture.whenStable();
  return { fixture, recorder, element, closed };
}

async function type(scene: Scene, text: string): Promise<void> {
  const field = scene.element.querySelector('textarea')!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await scene.fixture.whenStable();
}

async function save(scene: Scene): Promise<void> {
  scene.element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
  await scene.fixture.whenStable();
}

describe('VisitDialog', () => {
  it('says before anything is written that the clock is years behind', async () => {
    clockOffset = Date.parse('2019-01-01') - Date.parse('2026-11-24');
    const scene = await open();
    clockOffset = 0;
    expect(scene.element.querySelector('[role=alert]')?.textContent).toContain('retarde de 2');
  });

  it('records a visit of today, with or without a comment', async () => {
    const scene = await open();
    await save(scene);
    expect(scene.recorder.recorded).toMatchObject([{ date: '2026-11-24', commentaire: '', answers: null }]);
    expect(scene.closed).toEqual([true]);
  });

  it('takes up the draft and drops it once the visit is recorded', async () => {
    const draft = {
      date: '2026-11-20',
      heure: '09:05',
      commentaire: 'Bonjour',
      answers: { contact: ['mail'] },
    };
    const scene = await open(draft);
    expect(scene.element.textContent).toContain('Brouillon repris');
    scene.recorder.kept = draft;
    await save(scene);
    expect(scene.recorder.recorded).toEqual([draft]);
    expect(scene.recorder.kept).toBeNull();
  });

  it('keeps what was typed when it is closed before the pause is over', async () => {
    const scene = await open();
    await type(scene, 'Intéressé');
    scene.fixture.destroy();
    expect(scene.recorder.kept?.commentaire).toBe('Intéressé');
  });

  it('keeps nothing when nothing was typed', async () => {
    const scene = await open();
    scene.fixture.destroy();
    expect(scene.recorder.kept).toBeNull();
  });

  it('does not bring the draft back after the visit was recorded', async () => {
    const scene = await open();
    await type(scene, 'Intéressé');
    await save(scene);
    scene.fixture.destroy();
    expect(scene.recorder.kept).toBeNull();
  });

  it('marks the field at fault, goes to it, and stays open', async () => {
    const scene = await open();
    scene.recorder.fault = { code: 'VISIT_TOO_OLD', message: 'Pas avant le 10/11/2026.', field: 'date' };
    await save(scene);
    expect(scene.element.querySelector('#visit-date-hint')?.textContent).toContain(
      'Pas avant le 10/11/2026.',
    );
    expect(document.activeElement?.id).toBe('visit-date');
    expect(scene.closed).toEqual([]);
  });

  it('shows a fault that belongs to no field beside the buttons', async () => {
    const scene = await open();
    scene.recorder.answer = { code: 'CLIENT_UNKNOWN', message: 'Ce client n’existe plus.', field: null };
    await save(scene);
    expect(scene.element.querySelector('footer')?.textContent).toContain('Ce client n’existe plus.');
    expect(scene.closed).toEqual([]);
  });

  it('says so when this machine could not keep the visit', async () => {
    const scene = await open();
    scene.recorder.failure = new Error('quota');
    await save(scene);
    expect(scene.element.querySelector('footer')?.textContent).toContain('Votre brouillon est gardé');
    expect(scene.closed).toEqual([]);
  });

  it('promises to send the visit later when offline', async () => {
    expect((await open(null, 'offline')).element.textContent).toContain(
      'la visite partira dès que la connexion',
    );
  });

  it('begins a correction with what was refused, and marks the field at fault', async () => {
    const visit = { date: '2026-11-01', heure: '09:00', commentaire: 'Vu le gérant.', answers: null };
    const reason = { code: 'VISIT_TOO_OLD', message: 'Pas avant le 10/11/2026.', field: 'date' };
    const { element } = await open(null, 'online', { visit, reason });
    expect(element.querySelector('h2')?.textContent).toContain('Corriger la visite');
    expect(element.querySelector<HTMLInputElement>('#visit-date')?.getAttribute('aria-invalid')).toBe('true');
    expect(element.querySelector('#visit-date-hint')?.textContent).toContain(reason.message);
    expect(element.querySelector<HTMLTextAreaElement>('#visit-comment')?.value).toBe('Vu le gérant.');
  });
});
