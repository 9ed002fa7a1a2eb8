import { Component, input } from '@angular/core';
import { sessionMessages } from './session-messages.ts';

/** The one panel of a page before the app opens. */
@Component({
  selector: 'app-session-frame',
  template: `
    <main>
      <p class="brand"><span class="mark" aria-hidden="true"></span>{{ messages.brand }}</p>
      <section class="panel" aria-labelledby="session-title">
        <h1 id="session-title">{{ heading() }}</h1>
        <p class="intro">{{ intro() }}</p>
        <ng-content />
      </section>
      <ng-content select="[after]" />
    </main>
  `,
  styleUrl: './session-frame.css',
})
export class SessionFrame {
  readonly heading = input.required<string>();
  readonly intro = input.required<string>();

  protected readonly messages = sessionMessages;
}
