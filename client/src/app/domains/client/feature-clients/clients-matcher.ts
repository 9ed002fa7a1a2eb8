import type { UrlMatcher } from '@angular/router';

/** `/clients` and `/clients/:id` are one page: choosing another client must not build the list again. */
export const clientsMatcher: UrlMatcher = (segments) => {
  const [first, id] = segments;
  if (first?.path !== 'clients' || segments.length > 2) return null;
  return { consumed: segments, posParams: id ? { id } : {} };
};
