import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { AdminSetting, SettingValueInput } from '@tournee/graphql';
import { HubError } from '../../shared/data/hub/hub-error.ts';
import { type AdminProblem, adminProblem } from './admin-problem.ts';
import { SettingRequests } from './setting-requests.ts';

/** What a parameter is to become: a value, or its default again. */
type Draft = { readonly value: unknown } | 'default';

interface Fault {
  readonly message: string;
  readonly path: string | null;
}

interface EditedSetting {
  readonly setting: AdminSetting;
  readonly value: unknown;
  readonly isChanged: boolean;
  readonly isReset: boolean;
  readonly fault: Fault | null;
  readonly nextRuns: readonly string[];
}

export type SaveResult =
  | { readonly kind: 'saved' }
  /** Nothing was saved; `name`: the parameter at fault, when it is one. */
  | { readonly kind: 'refused'; readonly message: string; readonly name: string | null };

/** A pause in typing after which the hub is asked what the value is worth, in milliseconds. */
const CHECK_PAUSE = 300;

/** The parameters as they are at the hub, and over them what is being edited. Nothing is sent before it is saved. */
@Injectable()
export class SettingEditorStore {
  readonly #requests = inject(SettingRequests);
  readonly #settings = signal<readonly AdminSetting[]>([]);
  readonly #drafts = signal<ReadonlyMap<string, Draft>>(new Map());
  readonly #faults = signal<ReadonlyMap<string, Fault>>(new Map());
  readonly #runs = signal<ReadonlyMap<string, readonly string[]>>(new Map());
  readonly #status = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly #problem = signal<AdminProblem | null>(null);
  readonly #isSaving = signal(false);
  readonly #pauses = new Map<string, ReturnType<typeof setTimeout>>();

  readonly status = this.#status.asReadonly();
  /** Why the parameters could not be read. */
  readonly problem = this.#problem.asReadonly();
  readonly isSaving = this.#isSaving.asReadonly();
  readonly settings = computed<readonly EditedSetting[]>(() =>
    this.#settings().map((one) => this.#edited(one)),
  );
  readonly changedCount = computed(() => this.#drafts().size);
  readonly hasFault = computed(() => this.#faults().size > 0);

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#pauses.forEach(clearTimeout);
    });
    void this.load();
  }

  async load(): Promise<void> {
    this.#status.set('loading');
    try {
      this.#settings.set(await this.#requests.list());
      this.#problem.set(null);
      this.#status.set('ready');
    } catch (error) {
      this.#problem.set(adminProblem(error));
      this.#status.set('failed');
    }
  }

  /** Takes what was typed, and asks the hub about it when the typing pauses. */
  edit(name: string, value: unknown): void {
    const setting = this.#setting(name);
    if (setting === undefined) return;
    // A secret is not known here: whatever is typed is a change.
    if (setting.kind !== 'secret' && same(value, setting.value)) {
      this.undo(name);
      return;
    }
    this.#draft(name, { value });
    this.#stopPause(name);
    this.#pauses.set(
      name,
      setTimeout(() => void this.#check(name, value), CHECK_PAUSE),
    );
  }

  /** The default will be in force again, once saved. */
  toDefault(name: string): void {
    this.#forget(name);
    if (this.#setting(name)?.isSet === true) this.#draft(name, 'default');
  }

  /** Back to what is in force. */
  undo(name: string): void {
    this.#forget(name);
  }

  undoAll(): void {
    for (const name of this.#drafts().keys()) this.#forget(name);
  }

  /** Saves all that was edited, or nothing. */
  async save(): Promise<SaveResult> {
    const drafts = [...this.#drafts()];
    this.#isSaving.set(true);
    try {
      const settings = await this.#requests.update(drafts.map(([name, draft]) => input(name, draft)));
      this.#settings.set(settings);
      // What was typed while the hub was answering stays an edit.
      for (const [name, draft] of drafts) if (this.#drafts().get(name) === draft) this.#forget(name);
      return { kind: 'saved' };
    } catch (error) {
      const { message, field: name } = adminProblem(error);
      if (name === null || this.#setting(name) === undefined) return { kind: 'refused', message, name: null };
      const path = error instanceof HubError ? error.place.path : null;
      this.#faults.update((faults) => new Map(faults).set(name, { message, path }));
      return { kind: 'refused', message, name };
    } finally {
      this.#isSaving.set(false);
    }
  }

  async #check(name: string, value: unknown): Promise<void> {
    const isStale = (): boolean => {
      const draft = this.#drafts().get(name);
      return draft === undefined || draft === 'default' || draft.value !== value;
    };
    try {
      const { isValid, message, field, nextRuns } = await this.#requests.check(name, value);
      if (isStale()) return;
      this.#runs.update((runs) => new Map(runs).set(name, nextRuns));
      this.#faults.update((faults) => {
        const next = new Map(faults);
        if (isValid) next.delete(name);
        else next.set(name, { message: message ?? '', path: field });
        return next;
      });
    } catch (error) {
      // Without an answer nothing is known of the value: saving will tell.
      if (!(error instanceof HubError)) throw error;
    }
  }

  #edited(setting: AdminSetting): EditedSetting {
    const draft = this.#drafts().get(setting.name);
    const isReset = draft === 'default';
    const untouched = setting.kind === 'secret' ? undefined : setting.value;
    const edited = draft === undefined ? untouched : isReset ? setting.default : draft.value;
    return {
      setting,
      value: edited,
      isChanged: draft !== undefined,
      isReset,
      fault: this.#faults().get(setting.name) ?? null,
      nextRuns: draft === undefined ? setting.nextRuns : (this.#runs().get(setting.name) ?? []),
    };
  }

  #setting(name: string): AdminSetting | undefined {
    return this.#settings().find((one) => one.name === name);
  }

  #draft(name: string, draft: Draft): void {
    this.#drafts.update((drafts) => new Map(drafts).set(name, draft));
  }

  #forget(name: string): void {
    this.#stopPause(name);
    this.#drafts.update((drafts) => without(drafts, name));
    this.#faults.update((faults) => without(faults, name));
    this.#runs.update((runs) => without(runs, name));
  }

  #stopPause(name: string): void {
    clearTimeout(this.#pauses.get(name));
    this.#pauses.delete(name);
  }
}

function input(name: string, draft: Draft): SettingValueInput {
  return draft === 'default' ? { name, reset: true } : { name, value: draft.value };
}

function same(value: unknown, other: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(other);
}

function without<Value>(map: ReadonlyMap<string, Value>, name: string): ReadonlyMap<string, Value> {
  if (!map.has(name)) return map;
  const next = new Map(map);
  next.delete(name);
  return next;
}
