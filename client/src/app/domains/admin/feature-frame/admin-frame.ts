import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { adminMessages } from '../ui/admin-messages.ts';

/** The sections, in the order of their tabs; each is a route of `admin-routes.ts`. */
const TABS = ['reglages', 'utilisateurs', 'appareils', 'erreurs', 'taches', 'mails'] as const;

/** The admin area: its sections as tabs, and the open one below. */
@Component({
  selector: 'app-admin-frame',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    <nav [attr.aria-label]="messages.sections">
      @for (tab of tabs; track tab) {
        <a [routerLink]="tab" routerLinkActive="on" ariaCurrentWhenActive="page">{{ messages.tabs[tab] }}</a>
      }
    </nav>
    <div class="section"><router-outlet /></div>
  `,
  styleUrl: './admin-frame.css',
})
export class AdminFrame {
  protected readonly messages = adminMessages;
  protected readonly tabs = TABS;
}
