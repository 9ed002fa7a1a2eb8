import { InjectionToken } from '@angular/core';

/**
 * Loads what everybody sees first once signed in. Belongs to the app, which knows all pages. Resolves when they are
 * there, or are not to be waited for; never rejects. Later, when the first copy of the base goes to the disk, the same
 * files would take seconds to come, with nothing to look at.
 */
export const FIRST_PAGES = new InjectionToken<() => Promise<void>>('FIRST_PAGES', {
  factory: () => () => Promise.resolve(),
});
