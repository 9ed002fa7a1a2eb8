import { Component, input } from '@angular/core';

/** A line below the top bar, only when something has to be done or known. Its buttons are given as content. */
@Component({
  selector: 'app-shell-strip',
  template: `
    <span [attr.role]="tone() === 'bad' ? 'alert' : 'status'">{{ text() }}</span>
    <ng-content />
  `,
  styleUrl: './shell-strip.css',
  host: { '[attr.data-tone]': 'tone()' },
})
export class ShellStrip {
  readonly text = input.required<string>();
  /** `bad`: something is wrong; `accent`: something to know. */
  readonly tone = input<'bad' | 'accent'>('bad');
}
