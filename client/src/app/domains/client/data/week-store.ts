import { computed, inject, Injectable } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { overlayProspects, parisDay, type Visit, visitPayload } from '@tournee/graphql';
import { catchError, of, switchMap } from 'rxjs';
import { ClockStore } from '../../shared/data/clock-store.ts';
import { followBase, LocalBaseStore } from '../../shared/data/local-base-store.ts';
import { OperationStore } from '../../shared/data/operation-store.ts';
import { SessionStore } from '../../shared/data/session-store.ts';
import { SettingStore } from '../../shared/data/setting-store.ts';
import { SyncStore } from '../../shared/data/sync-store.ts';
import { firstDayCounted, weekFigures, type WeekVisit } from '../util/week-figures.ts';

const NO_VISITS: readonly Visit[] = [];

/** What the signed-in user did this week and the one before, what waits to be sent included. */
@Injectable()
export class WeekStore {
  readonly #base = inject(LocalBaseStore).base;
  readonly #operations = inject(OperationStore).operations;
  readonly #pulledAt = inject(SyncStore).pulledAt;
  readonly #user = inject(SessionStore).user;
  readonly #form = inject(SettingStore).visitForm;
  readonly #today = inject(ClockStore).today;
  readonly #from = computed(() => ({ base: this.#base(), day: firstDayCounted(this.#today()) }));

  readonly #pulledVisits = toSignal(
    toObservable(this.#from).pipe(
      // A query that fails is one of a base that is being closed.
      switchMap(({ base, day }) =>
        base === null ? of(NO_VISITS) : base.visitsSince$(day).pipe(catchError(() => of(NO_VISITS))),
      ),
    ),
    { initialValue: NO_VISITS },
  );
  readonly #pulledProspects = followBase((base) => base.documents$('prospect'), []);

  readonly figures = computed(() => {
    const operations = this.#operations() ?? [];
    const cUser = this.#user()?.cUser;
    // An administrator holds everybody's visits and prospects.
    const pulled = this.#pulledVisits().filter((visit) => visit.cUser === cUser);
    const about = operations.filter(({ entityType }) => entityType === 'prospect');
    const prospects = overlayProspects(this.#pulledProspects(), about, this.#pulledAt())
      .filter((prospect) => !prospect.isDeletionPending && prospect.ownerCUser === cUser)
      .map(({ createdAt }) => ({ createdOn: parisDay(new Date(createdAt)) }));
    const noted = operations.flatMap(({ id, code, status, payload }): WeekVisit[] => {
      const parsed = code === 'VC' || code === 'VP' ? visitPayload.safeParse(payload) : null;
      return parsed?.success && status !== 'rejected' ? [{ id, ...parsed.data }] : [];
    });
    return weekFigures([...noted, ...pulled], prospects, { today: this.#today(), form: this.#form() });
  });
}
