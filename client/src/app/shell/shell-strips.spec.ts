import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { AppUpdateStore } from '../domains/shared/data/app-update-store.ts';
import { OperationStore } from '../domains/shared/data/operation-store.ts';
import { type Link, SyncStore } from '../domains/shared/data/sync-store.ts';
import { clockDiffers } from '../domains/shared/ui/clock-words.ts';
import { shellMessages } from './shell-messages.ts';
import { ShellStrips } from './shell-strips.ts';

interface Given {
  link?: Link;
  isStale?: boolean;
  clockOffset?: number;
  notices?: string[];
  isUpdateReady?: boolean;
}

interface Scene {
  texts: string[];
  press: (name: string) => void;
  done: string[];
}

async function show({
  link = 'online',
  isStale = false,
  clockOffset = 0,
  notices = [],
  isUpdateReady = false,
}: Given): Promise<Scene> {
  const done: string[] = [];
  const unread = notices.map((notice, index) => ({ id: `op-${String(index)}`, notice }));
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      {
        provide: SyncStore,
        useValue: {
          link: signal(link),
          isStale: signal(isStale),
          clockOffset: signal(clockOffset),
          refresh: () => done.push('refresh'),
        },
      },
      {
        provide: AppUpdateStore,
        useValue: {
          isReady: signal(isUpdateReady),
          look: () => done.push('look'),
          apply: () => done.push('apply'),
        },
      },
      {
        provide: OperationStore,
        useValue: {
          unreadNotices: signal(unread),
          markRead: (ids: string[]) => Promise.resolve(done.push(`read ${ids.join()}`)),
        },
      },
    ],
  });
  const fixture = TestBed.createComponent(ShellStrips);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const texts = [...element.querySelectorAll('app-shell-strip > span')].map((span) => span.textContent);
  const press = (name: string): void => {
    const buttons = [...element.querySelectorAll('button')];
    buttons.find((button) => button.textContent.trim() === name)?.click();
  };
  return { texts, press, done };
}

describe('ShellStrips', () => {
  it('shows nothing when all is well', async () => {
    expect((await show({})).texts).toEqual([]);
  });

  it('says that the base is old, and offers to refresh it', async () => {
    const { texts, press, done } = await show({ isStale: true });
    expect(texts).toEqual([shellMessages.stale]);
    press('Actualiser');
    expect(done).toEqual(['refresh']);
  });

  it('says that the clock is wrong besides', async () => {
    const { texts } = await show({ isStale: true, clockOffset: 300_000 });
    expect(texts).toEqual([shellMessages.stale, clockDiffers(300_000)]);
  });

  it('looks for a newer version when the app is too old, and offers it once it is there', async () => {
    const { texts, press, done } = await show({ link: 'too-old', isUpdateReady: true });
    expect(texts).toEqual([shellMessages.tooOld(false)]);
    press('Recharger');
    expect(done).toEqual(['look', 'apply']);
  });

  it('passes on what the hub says about an operation, until it is read', async () => {
    const { texts, press, done } = await show({ notices: ['Ce client est suivi par un autre commercial.'] });
    expect(texts).toEqual(['Ce client est suivi par un autre commercial.']);
    press('Compris');
    expect(done).toEqual(['read op-0']);
  });

  it('counts them when there are several', async () => {
    const { texts } = await show({ notices: ['A.', 'B.'] });
    expect(texts).toEqual([shellMessages.notices(2)]);
  });
});
