import { InjectionToken } from '@angular/core';

/**
 * Loads what a rep works with once signed in: the network may be gone right after the first copy of his base, before the
 * service worker has kept the app's files. Belongs to the app, which knows all pages. Resolves when they are
 * there, or are not to be waited for; never rejects. Later, when the first copy of the base goes to the disk, the same
 * files would take seconds to come, with nothing to look at.
 */
export const FIRST_PAGES = new InjectionToken<() => Promise<void>>('FIRST_PAGES', {
  factory: () => () => Promise.resolve(),
});
