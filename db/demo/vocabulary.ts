/** Words of the demo data: a tyre distributor in the north of France. People and companies are made up. */

export const AGENCES = [
  { code: 'A01', libelle: 'Agence Amiens', departments: ['80'] },
  { code: 'A02', libelle: 'Agence Douai', departments: ['59', '62'] },
  { code: 'A03', libelle: 'Agence Laon', departments: ['02'] },
] as const;

/** Postal code and town. */
export const TOWNS: readonly (readonly [string, string])[] = [
  ['59140', 'DUNKERQUE'],
  ['59500', 'DOUAI'],
  ['59300', 'VALENCIENNES'],
  ['59400', 'CAMBRAI'],
  ['59600', 'MAUBEUGE'],
  ['59280', 'ARMENTIÈRES'],
  ['59190', 'HAZEBROUCK'],
  ['59270', 'BAILLEUL'],
  ['59530', 'LE QUESNOY'],
  ['59540', 'CAUDRY'],
  ['59440', 'AVESNES-SUR-HELPE'],
  ['59114', 'STEENVOORDE'],
  ['59310', 'ORCHIES'],
  ['59380', 'BERGUES'],
  ['62000', 'ARRAS'],
  ['62400', 'BÉTHUNE'],
  ['62500', 'SAINT-OMER'],
  ['62140', 'HESDIN'],
  ['62450', 'BAPAUME'],
  ['62130', 'SAINT-POL-SUR-TERNOISE'],
  ['62170', 'MONTREUIL'],
  ['62190', 'LILLERS'],
  ['62310', 'FRUGES'],
  ['62250', 'MARQUISE'],
  ['80000', 'AMIENS'],
  ['80100', 'ABBEVILLE'],
  ['80200', 'PÉRONNE'],
  ['80300', 'ALBERT'],
  ['80400', 'HAM'],
  ['80500', 'MONTDIDIER'],
  ['80600', 'DOULLENS'],
  ['80700', 'ROYE'],
  ['80800', 'CORBIE'],
  ['80120', 'RUE'],
  ['80290', 'POIX-DE-PICARDIE'],
  ['80130', 'FRIVILLE-ESCARBOTIN'],
  ['02000', 'LAON'],
  ['02100', 'SAINT-QUENTIN'],
  ['02200', 'SOISSONS'],
  ['02300', 'CHAUNY'],
  ['02400', 'CHÂTEAU-THIERRY'],
  ['02500', 'HIRSON'],
  ['02600', 'VILLERS-COTTERÊTS'],
  ['02700', 'TERGNIER'],
  ['02800', 'LA FÈRE'],
  ['02140', 'VERVINS'],
  ['02120', 'GUISE'],
  ['02110', 'BOHAIN-EN-VERMANDOIS'],
  ['02250', 'MARLE'],
];

export const STREETS = [
  'rue de la Gare',
  'rue de l’Église',
  'rue Jean Jaurès',
  'route nationale',
  'chemin du Moulin',
  'ZI Nord',
  'avenue du Général de Gaulle',
  'rue du 11 Novembre',
  'impasse des Tilleuls',
  'rue des Sucreries',
  'route de Bray',
  'allée de l’Industrie',
  'hameau du Bois',
  'rue Victor Hugo',
] as const;

export const FIRST_NAMES = [
  'Isabelle',
  'Benoît',
  'Pierre',
  'Marie',
  'Nathalie',
  'Maël',
  'Élodie',
  'Philippe',
  'Sébastien',
  'André',
  'Patrick',
  'Hélène',
  'François',
  'Loïc',
  'Aurélie',
  'Thérèse',
  'Gaël',
  'Noémie',
  'Jérôme',
  'Agnès',
] as const;

export const LAST_NAMES = [
  'GARNIER',
  'MICHEL',
  'MARCHAND',
  'BOYER',
  'LAURENT',
  'MEYER',
  'DELATTRE',
  'LEFÈVRE',
  'CARPENTIER',
  'DUPRÉ',
  'WALLON',
  'DELECŒUR',
  'VASSEUR',
  'CAILLIEZ',
  'DUFOUR',
  'LECLERCQ',
  'HENNEBELLE',
  'BÉCU',
  'FLAMENT',
  'POTIER',
  'ROUSSEL',
  'MASSON',
  'CRÉPIN',
  'DE SMET',
] as const;

export const PLACE_WORDS = [
  'DU MOULIN',
  'DU MARAIS',
  'DE LA PLAINE',
  'DU CHÊNE',
  'DES PEUPLIERS',
  'DU PONT',
  'DE L’ABBAYE',
  'DU VAL',
  'DE LA FERME NEUVE',
  'DES TROIS ROUTES',
  'DE LA SOMME',
  'DU HAUT-PAYS',
] as const;

export interface Trade {
  readonly famille: string;
  readonly libelle: string;
  readonly sousFamille: string;
  readonly sousLibelle: string;
  readonly grille: string;
  readonly ape: string;
  /** `%n` a last name, `%p` a place, `%v` the town. */
  readonly names: readonly string[];
  /** How much of the clients are of it. */
  readonly weight: number;
  /** Turnover of an ordinary month, in euros. */
  readonly turnover: number;
  /** Strong months, 1 to 12. */
  readonly season: readonly number[];
}

export const TRADES: readonly Trade[] = [
  {
    famille: 'AGRI',
    libelle: 'Agriculteur',
    sousFamille: 'CULT',
    sousLibelle: 'Exploitation agricole',
    grille: 'AGR',
    ape: '0111Z',
    names: ['EARL %p', 'GAEC %p', 'SCEA %n', 'EARL %n', 'ETA %n', '%n ET FILS'],
    weight: 30,
    turnover: 700,
    season: [3, 4, 7, 8, 10],
  },
  {
    famille: 'PL',
    libelle: 'Transporteur',
    sousFamille: 'TRAN',
    sousLibelle: 'Transport routier',
    grille: 'PL',
    ape: '4941A',
    names: ['TRANSPORTS %n', 'TRANSPORTS %n & FILS', 'STÉ %n LOGISTIQUE'],
    weight: 20,
    turnover: 2600,
    season: [1, 9, 11],
  },
  {
    famille: 'GAR',
    libelle: 'Garage',
    sousFamille: 'VL',
    sousLibelle: 'Garage automobile',
    grille: 'GAR',
    ape: '4520A',
    names: ['GARAGE %p', 'GARAGE %n', 'CARROSSERIE %n'],
    weight: 19,
    turnover: 900,
    season: [4, 10, 11],
  },
  {
    famille: 'TP',
    libelle: 'Travaux publics',
    sousFamille: 'TERR',
    sousLibelle: 'Travaux publics',
    grille: 'TP',
    ape: '4312A',
    names: ['%n TRAVAUX PUBLICS', 'SARL %n TERRASSEMENT', 'CARRIÈRES %p'],
    weight: 15,
    turnover: 1900,
    season: [3, 5, 6, 9],
  },
  {
    famille: 'FLOT',
    libelle: 'Flotte entreprise',
    sousFamille: 'ENTR',
    sousLibelle: 'Flotte entreprise',
    grille: 'FLO',
    ape: '4613Z',
    names: ['ÉTS %n', 'NÉGOCE %n', 'LAITERIE %p'],
    weight: 11,
    turnover: 800,
    season: [4, 11],
  },
  {
    famille: 'COLL',
    libelle: 'Collectivité',
    sousFamille: 'MAIR',
    sousLibelle: 'Collectivité',
    grille: 'COL',
    ape: '8411Z',
    names: ['COMMUNE DE %v', 'SYNDICAT %p'],
    weight: 5,
    turnover: 500,
    season: [6, 12],
  },
];

export const SIZES = [
  '600/65 R38',
  '710/70 R42',
  '23.5 R25',
  '17.5 R25',
  '315/80 R22.5',
  '385/65 R22.5',
  '205/55 R16',
  '225/75 R16C',
] as const;

/** What reps write after a visit; `%d` a tyre's size, `%k` a small number. */
export const COMMENTS = [
  'Relevé de parc : %k PL, %k semi, pneus en fin de vie sur la benne.',
  'Demande tarif %k pneus %d, livraison souhaitée sous 8 jours.',
  'Livraison de %k pneus %d, RAS.',
  'RDV fixé pour l’essai du pneu « basse pression ».',
  'Concurrent présent (prix −8 %), aligné sur la remise.',
  'Absent, laissé la documentation à l’accueil.',
  'Commande de %k %d, à confirmer par mail.',
  'Crevaison en plein champ, dépannage fait sur place.',
  'Demande tarif lubrifiant 15W40 en fût de 208 L.',
  'Satisfait de la dernière pose ; repasser après la moisson.',
  'Projet d’achat d’un 2ᵉ tracteur au printemps, prévoir une offre en %d.',
  '',
  '',
] as const;
