import { Component, computed, input } from '@angular/core';
import type { IntegrationErrorEvent } from '@tournee/graphql';
import { momentWords } from '../../shared/ui/moment-words.ts';
import { integrationErrorMessages } from './integration-error-messages.ts';

/** What happened to an operation so far, newest first. */
@Component({
  selector: 'app-integration-error-history',
  template: `
    <ol>
      @for (event of newestFirst(); track event.id) {
        <li>
          <p>
            <span class="what">{{ messages.events[event.kind] }}</span>
            @if (event.payload !== null) {
              <span class="pill">{{ messages.withPayload }}</span>
            }
          </p>
          <p class="hint figures">{{ moment(event.at) }}{{ event.by ? ' · ' + event.by : '' }}</p>
          @if (event.message) {
            <p class="words">{{ event.message }}</p>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    li {
      padding: var(--space-2) 0;
    }

    li + li {
      border-top: 1px solid var(--line-soft);
    }

    .what {
      margin-right: var(--space-1);
      font-weight: 600;
    }

    .words {
      overflow-wrap: anywhere;
    }
  `,
})
export class IntegrationErrorHistory {
  readonly events = input.required<readonly IntegrationErrorEvent[]>();

  protected readonly messages = integrationErrorMessages;
  protected readonly moment = momentWords;
  protected readonly newestFirst = computed(() => [...this.events()].reverse());
}
