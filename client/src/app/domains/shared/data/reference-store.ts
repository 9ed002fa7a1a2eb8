import { computed, Injectable } from '@angular/core';
import { followBase } from './local-base-store.ts';

/** Words for winpneu's codes, from its drop-down lists. */
@Injectable({ providedIn: 'root' })
export class ReferenceStore {
  readonly #references = followBase((base) => base.documents$('reference'), []);
  readonly #labels = computed(
    () => new Map(this.#references().map(({ liste, code, libelle }) => [`${liste}:${code}`, libelle])),
  );

  readonly #lists = computed(() => {
    const lists = new Map<string, { code: string; libelle: string }[]>();
    for (const { liste, code, libelle } of this.#references()) {
      const list = lists.get(liste);
      if (list === undefined) lists.set(liste, [{ code, libelle }]);
      else list.push({ code, libelle });
    }
    for (const list of lists.values()) list.sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr'));
    return lists;
  });

  /**
   * Label of a code; the code itself when the list does not know it, empty for none.
   * @param liste the column it feeds, as winpneu names it, e.g. `c_fam_client`
   */
  label(liste: string, code: string | null): string {
    if (code === null) return '';
    return this.#labels().get(`${liste}:${code}`) ?? code;
  }

  /** The choices of a list, by label; empty when winpneu has no such list. */
  options(liste: string): readonly { code: string; libelle: string }[] {
    return this.#lists().get(liste) ?? [];
  }
}
