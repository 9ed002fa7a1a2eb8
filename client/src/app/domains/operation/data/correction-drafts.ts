import { inject, Injectable } from '@angular/core';
import { keyValueStore } from '../../../local-db/storage/key-value-store.ts';
import { LocalBaseStore } from '../../shared/data/local-base-store.ts';

/** What was typed into a correction, by field. */
export type CorrectionDraft = Readonly<Record<string, string>>;

/** What was typed into the corrections of refused operations and not sent yet. */
@Injectable({ providedIn: 'root' })
export class CorrectionDrafts {
  readonly #base = inject(LocalBaseStore).name;

  async find(operation: string): Promise<CorrectionDraft | null> {
    const key = this.#key(operation);
    return key === null ? null : keyValueStore.read<CorrectionDraft>(key);
  }

  async keep(operation: string, draft: CorrectionDraft): Promise<void> {
    const key = this.#key(operation);
    if (key !== null) await keyValueStore.write(key, draft);
  }

  async drop(operation: string): Promise<void> {
    const key = this.#key(operation);
    if (key !== null) await keyValueStore.remove(key);
  }

  #key(operation: string): string | null {
    const base = this.#base();
    return base === null ? null : `${base}/draft/correction/${operation}`;
  }
}
