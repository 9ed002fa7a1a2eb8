import { Component, inject } from '@angular/core';
import { shellMessages } from './shell-messages.ts';
import { type Theme, THEMES, ThemeStore } from './theme-store.ts';

/** Three small radio buttons at the foot of the rail. */
@Component({
  selector: 'app-theme-switch',
  template: `
    <fieldset>
      <legend class="unseen">{{ messages.theme }}</legend>
      @for (theme of themes; track theme) {
        <label [class.on]="store.theme() === theme">
          <input type="radio" name="theme" [checked]="store.theme() === theme" (change)="choose(theme)" />
          {{ messages.themes[theme] }}
        </label>
      }
    </fieldset>
  `,
  styleUrl: './theme-switch.css',
})
export class ThemeSwitch {
  protected readonly store = inject(ThemeStore);
  protected readonly messages = shellMessages;
  protected readonly themes = THEMES;

  protected choose(theme: Theme): void {
    this.store.choose(theme);
  }
}
