import type { DexieStorage } from './storage/dexie-storage.ts';

/** Set by the Angular builder: false in a production build, which then drops what is behind it. */
declare const ngDevMode: unknown;

/**
 * In development, RxDB checks its own use and every document against its schema. Neither the checks nor their code are
 * in a production build.
 */
export async function withDevelopmentChecks(storage: DexieStorage): Promise<DexieStorage> {
  if (typeof ngDevMode === 'undefined' || ngDevMode) {
    const [{ addRxPlugin }, { disableWarnings, RxDBDevModePlugin }, { wrappedValidateAjvStorage }] =
      await Promise.all([
        import('rxdb'),
        import('rxdb/plugins/dev-mode'),
        import('rxdb/plugins/validate-ajv'),
      ]);
    disableWarnings();
    addRxPlugin(RxDBDevModePlugin);
    return wrappedValidateAjvStorage({ storage });
  }
  return storage;
}
