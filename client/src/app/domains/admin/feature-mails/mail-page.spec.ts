import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OutboxMail } from '@tournee/graphql';
import { Confirmer } from '../../shared/ui/confirmer.ts';
import { MailRequests } from '../data/mail-requests.ts';
import { MailPage } from './mail-page.ts';

const MAIL: OutboxMail = {
  id: '4',
  kind: 'client-creation-request',
  cause: 'CC_GA00_20261124T101500123_7f3a9c2k',
  recipient: 'compta@pneus.example',
  recipients: ['compta@pneus.example'],
  senderName: 'Isabelle Garnier',
  senderAddress: 'igarnier@pneus.example',
  subject: 'Création de client',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
  status: 'failed',
  tries: 3,
  nextTryAt: null,
  lastError: '550 boîte inconnue',
  response: null,
  createdAt: '2026-11-24T09:15:00.000Z',
  sentAt: null,
};

/** The page of a mail before a hub that puts it back into the queue, and a person who answers so when asked. */
async function render(status: OutboxMail['status'], isSure = true) {
  const retried: string[] = [];
  const asked: string[] = [];
  const requests = {
    find: () => Promise.resolve({ ...MAIL, status }),
    retry: (id: string) => {
      retried.push(id);
      return Promise.resolve({ ...MAIL, status: 'queued' });
    },
  };
  const confirmer = {
    ask: ({ lines }: { lines: string[] }) => {
      asked.push(...lines);
      return Promise.resolve(isSure);
    },
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: MailRequests, useValue: requests },
      { provide: Confirmer, useValue: confirmer },
    ],
  });
  const fixture = TestBed.createComponent(MailPage);
  fixture.componentRef.setInput('id', '4');
  await fixture.whenStable();
  return { fixture, retried, asked };
}

const retryButton = (fixture: ComponentFixture<MailPage>) =>
  [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')].find(({ textContent }) =>
    textContent.includes('Renvoyer'),
  );

describe('MailPage', () => {
  it('sends a refused mail again without asking', async () => {
    const { fixture, retried, asked } = await render('failed');
    retryButton(fixture)?.click();
    await fixture.whenStable();
    expect([retried, asked]).toEqual([['4'], []]);
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('En attente');
    expect(retryButton(fixture)).toBeUndefined();
  });

  it('sends an uncertain mail again only after a yes: it may arrive twice', async () => {
    const no = await render('uncertain', false);
    retryButton(no.fixture)?.click();
    await no.fixture.whenStable();
    expect(no.asked.join()).toContain('le recevra deux fois');
    expect(no.retried).toEqual([]);
    TestBed.resetTestingModule();
    const yes = await render('uncertain');
    retryButton(yes.fixture)?.click();
    await yes.fixture.whenStable();
    expect(yes.retried).toEqual(['4']);
  });

  it.each(['queued', 'sending', 'sent'] as const)('offers nothing for a mail that is %s', async (status) => {
    const { fixture } = await render(status);
    expect(retryButton(fixture)).toBeUndefined();
  });
});
