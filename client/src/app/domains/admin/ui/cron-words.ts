import { Component, effect, input, signal } from '@angular/core';

type ToWords = (expression: string) => string | null;

let loaded: Promise<ToWords> | null = null;

/** Reads cron expressions aloud, in French. Loaded when the first one is on screen. */
export function loadCronWords(): Promise<ToWords> {
  loaded ??= Promise.all([import('cronstrue'), import('cronstrue/locales/fr')]).then(
    ([{ default: cronstrue }]) =>
      (expression) => {
        try {
          return cronstrue.toString(expression, { locale: 'fr', use24HourTimeFormat: true });
        } catch {
          // Half typed, or more than it knows: the expression itself stands beside, and the next runs below.
          return null;
        }
      },
  );
  return loaded;
}

/** A schedule in words, e.g. « À 03:00 »; empty until they are loaded, and for what is no schedule. */
@Component({ selector: 'app-cron-words', template: `{{ words() }}` })
export class CronWords {
  readonly expression = input.required<string>();
  protected readonly words = signal('');

  constructor() {
    effect(() => {
      const expression = this.expression();
      void loadCronWords().then((toWords) => {
        if (this.expression() === expression) this.words.set(toWords(expression) ?? '');
      });
    });
  }
}
