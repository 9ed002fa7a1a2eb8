import { computed, Injectable } from '@angular/core';
import { followBase } from './local-base-store.ts';

/** Words for winpneu's codes, from its drop-down lists. */
@Injectable({ providedIn: 'root' })
export class ReferenceStore {
  readonly #references = followBase((base) => base.documents$('reference'), []);
  readonly #labels = computed(
    () => new Map(this.#references().map(({ liste, code, libelle }) => [`${liste}:${code}`, libelle])),
  );

  /**
   * Label of a code; the code itself when the list does not know it, empty for none.
   * @param liste the column it feeds, as winpneu names it, e.g. `c_fam_client`
   */
  label(liste: string, code: string | null): string {
    if (code === null) return '';
    return this.#labels().get(`${liste}:${code}`) ?? code;
  }
}
