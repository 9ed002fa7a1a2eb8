import { inject, Injectable, signal } from '@angular/core';
import type { UserImportReport } from '@tournee/graphql';
import { decodeCsv } from '../util/decode-csv.ts';
import { type AdminProblem, adminProblem } from './admin-problem.ts';
import { UserRequests } from './user-requests.ts';

/** A file of users on its way in: first the hub says what it would do, then it does it. */
@Injectable()
export class UserImportStore {
  readonly #requests = inject(UserRequests);
  readonly #step = signal<'choose' | 'checking' | 'checked' | 'importing' | 'done'>('choose');
  readonly #fileName = signal('');
  readonly #report = signal<UserImportReport | null>(null);
  readonly #problem = signal<AdminProblem | null>(null);
  #csv = '';

  readonly step = this.#step.asReadonly();
  readonly fileName = this.#fileName.asReadonly();
  readonly report = this.#report.asReadonly();
  readonly problem = this.#problem.asReadonly();

  /** Asks the hub what an import of the file would do; nothing is written. */
  async check(file: File): Promise<void> {
    this.#fileName.set(file.name);
    this.#csv = decodeCsv(new Uint8Array(await file.arrayBuffer()));
    await this.#ask(true);
  }

  async import(): Promise<void> {
    await this.#ask(false);
  }

  async #ask(isDryRun: boolean): Promise<void> {
    const before = this.#step();
    this.#step.set(isDryRun ? 'checking' : 'importing');
    this.#problem.set(null);
    try {
      this.#report.set(await this.#requests.import(this.#csv, isDryRun));
      this.#step.set(isDryRun ? 'checked' : 'done');
    } catch (error) {
      this.#problem.set(adminProblem(error));
      this.#step.set(isDryRun ? 'choose' : before);
    }
  }
}
