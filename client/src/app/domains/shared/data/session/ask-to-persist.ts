/** Asks the browser not to clear the local base when the disk runs full; it may say no, and then nothing changes. */
export function askToPersist(): void {
  if ('storage' in navigator && 'persist' in navigator.storage) {
    navigator.storage.persist().catch(() => false);
  }
}
