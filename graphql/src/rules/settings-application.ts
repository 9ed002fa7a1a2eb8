import { DEFAULT_FLEET_TYPES, fleetTypes, type FleetType } from './fleet-types.ts';
import { codeListSetting, durationSetting, type SettingDefinition } from './setting-definition.ts';
import { DEFAULT_VISIT_FORM, type VisitForm, visitForm } from './visit-form.ts';

const group = 'Application';

const form: SettingDefinition<VisitForm> = {
  group,
  label: 'Contenu du bouton « Visite ce jour »',
  help: 'Groupes de réponses, boutons radio ou cases à cocher, sur plusieurs niveaux.',
  kind: 'visitForm',
  schema: visitForm,
  default: DEFAULT_VISIT_FORM,
  device: true,
};

const fleet: SettingDefinition<readonly FleetType[]> = {
  group,
  label: 'Types de parc',
  help: 'Types de véhicules dont le nombre est saisi sur la fiche client.',
  kind: 'fleetTypes',
  schema: fleetTypes,
  default: DEFAULT_FLEET_TYPES,
  device: true,
};

/** « Paramétrage Application » of the customer's text: what devices pull. */
export const APPLICATION_SETTINGS = {
  'visit.maxAgeDays': durationSetting({
    group,
    label: 'Borne de jour pour la saisie d’une visite',
    help: 'Nombre de jours en arrière acceptés pour la date d’une visite.',
    min: 0,
    max: 366,
    default: 14,
    unit: 'jours',
    device: true,
  }),
  'visit.form': form,
  'base.expiryHours': durationSetting({
    group,
    label: 'Durée d’expiration des bases hors ligne',
    help: 'Âge, en heures, au-delà duquel l’indicateur passe au rouge.',
    min: 1,
    max: 8760,
    default: 24,
    unit: 'heures',
    device: true,
  }),
  'prospect.offlineMonths': durationSetting({
    group,
    label: 'Durée de conservation des prospects hors ligne',
    help: 'Un prospect sans mouvement depuis ce nombre de mois quitte les bases hors ligne. Il reste sur le serveur et revient à son prochain mouvement.',
    min: 1,
    max: 120,
    default: 12,
    unit: 'mois',
    device: true,
  }),
  'fleet.types': fleet,
  'client.farmerFamilies': codeListSetting({
    group,
    label: 'Catégories de clients agriculteurs',
    help: 'Codes de la liste « catégorie client » pour lesquels le règlement par chèque (CH) peut être choisi.',
    device: true,
  }),
} as const;
