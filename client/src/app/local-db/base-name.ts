/**
 * Name of a user's local base: one base per hub and user, so that nobody on the same machine sees another's documents.
 * @param hubOrigin e.g. `https://tournee.example`
 */
export function baseName(hubOrigin: string, userId: string): string {
  return `tournee-${asName(hubOrigin)}-u${asName(userId)}`;
}

/** Lower-case letters, digits and dashes only; what does not fit is written as its code, so that no two texts meet. */
function asName(text: string): string {
  return text.replace(/[^a-z0-9]/g, (character) => `-${character.charCodeAt(0).toString(36)}`);
}
