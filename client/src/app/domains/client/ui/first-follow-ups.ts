import { Component, computed, input, output } from '@angular/core';
import { FOLLOW_UP_CHOICES, followUpDay } from '@tournee/graphql';
import { displayName } from '../../shared/ui/display-name.ts';
import { spokenDay } from '../../shared/ui/french-day-adapter.ts';
import type { AccueilRow } from '../util/accueil-rows.ts';
import { accueilMessages } from './accueil-messages.ts';
import { dayWords } from './day-pill.ts';

/** As many as are in sight on a laptop. */
const SHOWN = 7;

/** « À revoir » before anybody has a date: the clients unseen for longest, each with the days one may choose. */
@Component({
  selector: 'app-first-follow-ups',
  templateUrl: './first-follow-ups.html',
  styleUrl: './first-follow-ups.css',
})
export class FirstFollowUps {
  /** The longest unseen first. */
  readonly rows = input.required<readonly AccueilRow[]>();
  readonly selectedId = input.required<string | null>();
  readonly today = input.required<string>();

  readonly pick = output<string>();
  readonly choose = output<{ id: string; day: string }>();

  protected readonly messages = accueilMessages;
  protected readonly shown = computed(() =>
    this.rows()
      .slice(0, SHOWN)
      .map((row) => ({ ...row, words: wordsOf(row) })),
  );
  protected readonly choices = computed(() =>
    FOLLOW_UP_CHOICES.map((choice) => {
      const day = followUpDay(choice, this.today());
      return { label: choice.short, day, words: accueilMessages.againOn(spokenDay(day)) };
    }),
  );
}

function wordsOf(row: AccueilRow): string {
  const seen = row.days === null ? dayWords(row, 'derniere-visite').text : accueilMessages.seen(row.days);
  return [displayName(row.villeFac ?? ''), seen].filter((word) => word !== '').join(' · ');
}
