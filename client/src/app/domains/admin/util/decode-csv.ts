/**
 * The text of a CSV file. Excel on a French Windows writes Windows-1252 unless it is told otherwise: what is no UTF-8 is
 * taken for that, so that « Gérard » does not come in as « G�rard ».
 */
export function decodeCsv(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
