import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { shellMessages } from './shell-messages.ts';
import { ThemeSwitch } from './theme-switch.ts';

/** The tabs. Only those that work are shown. */
@Component({
  selector: 'app-rail',
  imports: [RouterLink, RouterLinkActive, ThemeSwitch],
  templateUrl: './rail.html',
  styleUrl: './rail.css',
  host: { role: 'navigation', '[attr.aria-label]': 'messages.mainNavigation' },
})
export class Rail {
  protected readonly messages = shellMessages;
}
