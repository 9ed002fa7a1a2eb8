import { DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'tournee.theme';

/** Light or dark: the system decides until the user does. His choice stays on this machine. */
@Injectable({ providedIn: 'root' })
export class ThemeStore {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<Theme>(readTheme());
  readonly theme = this.chosen.asReadonly();

  constructor() {
    effect(() => {
      const theme = this.chosen();
      const { dataset } = this.document.documentElement;
      // Without the attribute, `color-scheme` of the style sheet follows the system.
      if (theme === 'system') delete dataset['theme'];
      else dataset['theme'] = theme;
    });
  }

  choose(theme: Theme): void {
    this.chosen.set(theme);
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // A browser that refuses storage forgets the choice; nothing else is lost.
    }
  }
}

function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === kept) ?? 'system';
  } catch {
    return 'system';
  }
}
