import { InjectionToken, type Type } from '@angular/core';

/** Opens the search window over any page. */
export interface SearchOpener {
  open(): Promise<void>;
}

/** Ctrl+K is everywhere, and the window belongs to a domain: the app puts both together. */
export const SEARCH_OPENER = new InjectionToken<() => Promise<Type<SearchOpener>>>('SEARCH_OPENER');
