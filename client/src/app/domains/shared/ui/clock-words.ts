import { counted } from './french-numbers.ts';

const NB = '\u00a0';

/**
 * What the user has to know of a wrong clock before they write.
 * @param offset how far the device's clock is ahead, in milliseconds
 */
export function clockDiffers(offset: number): string {
  const side = offset > 0 ? 'avance' : 'retarde';
  return (
    `L’horloge de ce poste ${side} de ${duration(Math.abs(offset))} sur celle du serveur${NB}: ` +
    'la date d’une visite peut être refusée. Réglez l’heure dans Windows (Paramètres, Heure et langue), puis vérifiez.'
  );
}

function duration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 120) return counted(minutes, 'minute', 'minutes');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? counted(hours, 'heure', 'heures') : counted(Math.round(hours / 24), 'jour', 'jours');
}
