import { isServerName, isWebAddress } from './network-names.ts';
import {
  choiceSetting,
  cronSetting,
  flagSetting,
  intSetting,
  mailListSetting,
  mailSetting,
  secretSetting,
  textSetting,
} from './setting-definition.ts';

const notifications = 'Notifications par mail';
const server = 'Serveur de mail';

/** Mail of the customer's text: « Paramétrage séparé » and « Serveurs smtp ». */
export const MAIL_SETTINGS = {
  'mail.accountantAddresses': mailListSetting({
    group: notifications,
    label: 'Adresses de notification comptable',
    help: 'Reçoivent les demandes de création et de modification de clients.',
  }),
  'mail.errorAddresses': mailListSetting({
    group: notifications,
    label: 'Adresses de notification d’erreurs',
    help: 'Reçoivent les erreurs d’intégration, les tâches en échec et le contrôle quotidien.',
  }),
  'mail.publicUrl': textSetting({
    group: notifications,
    label: 'Adresse de Tournée dans les mails',
    help: 'Début des liens envoyés par mail, par exemple https://tournee.exemple.fr. Sans elle, les liens mènent à l’adresse locale du serveur.',
    isValid: isWebAddress,
    fault:
      'Une adresse qui commence par http:// ou https:// est attendue, avec un nom de serveur et un port qui existent.',
  }),
  'mail.schedule': cronSetting({
    group: notifications,
    label: 'Envoi des mails en attente',
    help: 'Planification au format cron. Les nouveaux mails partent aussitôt ; celle-ci sert à renvoyer ceux qui ont été retardés.',
    default: '* * * * *',
  }),
  'smtp.host': textSetting({
    group: server,
    label: 'Serveur SMTP',
    help: 'Nom ou adresse du serveur. Vide : celui de la variable SMTP_URL, sinon les mails sont écrits dans des fichiers.',
    isValid: isServerName,
    fault: 'Un nom ou une adresse de serveur est attendu, sans espace, barre oblique ni port.',
  }),
  'smtp.port': intSetting({
    group: server,
    label: 'Port SMTP',
    help: 'Le plus souvent 587 (STARTTLS), 465 (TLS) ou 25.',
    min: 1,
    max: 65_535,
    default: 587,
  }),
  'smtp.user': textSetting({
    group: server,
    label: 'Utilisateur SMTP',
    help: 'Vide : le serveur ne demande pas d’identification.',
  }),
  'smtp.password': secretSetting({
    group: server,
    label: 'Mot de passe SMTP',
    help: 'Il peut être remplacé ou effacé, mais n’est jamais affiché.',
  }),
  'smtp.security': choiceSetting({
    group: server,
    label: 'Chiffrement',
    help: 'Automatique : STARTTLS quand le serveur le propose, et obligatoire dès qu’il y a un mot de passe.',
    default: 'auto',
    choices: [
      { value: 'auto', label: 'Automatique' },
      { value: 'starttls', label: 'STARTTLS obligatoire' },
      { value: 'tls', label: 'SSL/TLS' },
      { value: 'none', label: 'Aucun' },
    ],
  }),
  'smtp.verifyCertificate': flagSetting({
    group: server,
    label: 'Vérifier le certificat du serveur',
    help: 'À désactiver seulement pour un serveur interne qui signe lui-même son certificat.',
    default: true,
  }),
  'mail.forceSender': mailSetting({
    group: server,
    label: 'Expéditeur imposé',
    help: 'À renseigner si le serveur refuse les adresses des utilisateurs : les mails partent de cette adresse, et les réponses vont à l’utilisateur.',
  }),
  'mail.systemSender': mailSetting({
    group: server,
    label: 'Expéditeur des mails automatiques',
    help: 'Adresse des mails que personne n’a causés, comme les erreurs. Vide : l’expéditeur imposé, sinon la première adresse d’erreurs.',
  }),
} as const;
