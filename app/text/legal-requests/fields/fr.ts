import type { Catalogue } from '#app/text/catalogue.ts';
import type * as german from './de.ts';

export const sections: Catalogue<typeof german.sections> = {
  authority_route: {
    title: 'Voie de la demande',
    intro: 'Votre autorité se trouve hors d’Allemagne. Indiquez par quelle voie votre demande est recevable.',
  },
  procedure: {
    title: 'Numéro de dossier et urgence',
    intro: 'À quelle affaire se rapporte la demande, et quelle est son urgence ?',
  },
  measure: {
    title: 'Type de mesure',
    intro: 'S’agit-il de commencer, de prolonger ou de terminer une interception ?',
  },
  legal_basis: {
    title: 'Base légale',
    intro:
      'Sans disposition légale qui habilite votre autorité, nous ne pouvons rien communiquer (§ 174 al. 2 TKG). Vous ne voyez ici que les dispositions qui conviennent à votre autorité et au type de données.',
  },
  order: { title: 'Ordonnance', intro: 'Qui a ordonné la demande ou la mesure, et quand ?' },
  targets: {
    title: 'Identifiants',
    intro:
      'De quelles adresses ou de quels autres identifiants s’agit-il ? Vous pouvez en coller plusieurs ou charger un fichier CSV.',
  },
  period: { title: 'Période', intro: 'Pour quelle période avez-vous besoin des données ?' },
  data_wanted: {
    title: 'Données souhaitées',
    intro: 'Choisissez seulement ce que couvre l’ordonnance ou la base légale et ce dont vous avez besoin.',
  },
  delivery: { title: 'Transmission', intro: 'Où les messages interceptés doivent-ils être transmis ?' },
  facts: {
    title: 'Faits',
    intro: 'Seulement ce qui est nécessaire à l’examen. Vous pouvez laisser cette partie vide.',
  },
  attachments: {
    title: 'Pièces jointes',
    intro:
      'Vos fichiers sont chiffrés sur cet appareil avant d’être transmis. Ensuite, personne d’autre que votre autorité et les personnes chargées de l’examen ne peut les lire, pas même leurs noms.',
  },
  contact: {
    title: 'Personne à contacter',
    intro: 'Qui pouvons-nous joindre en cas de question ? Nous avons repris les données de votre compte.',
  },
  confidentiality: {
    title: 'Confidentialité',
    intro:
      'Nous gardons toujours le silence sur votre demande, aussi envers la personne concernée (§ 174 al. 6 TKG). Indiquez ici s’il existe en plus une ordonnance limitée dans le temps.',
  },
};

export const fields: Catalogue<typeof german.fields> = {
  foreignRoute: {
    label: 'Par quelle voie faites-vous la demande ?',
    hint: 'Nous devons refuser les demandes directes sans l’une de ces voies.',
    example: '',
  },
  foreignRouteReference: {
    label: 'Numéro de cette procédure',
    hint: 'Le numéro de l’injonction de production ou de l’entraide accordée.',
    example: 'EPOC-2026-FR-004711',
  },
  assistingAuthority: {
    label: 'Autorité allemande qui accorde l’entraide',
    hint: 'En général un parquet. Joignez sa décision ou son ordonnance.',
    example: 'Generalstaatsanwaltschaft Berlin',
  },
  fileNumber: {
    label: 'Numéro de dossier de votre autorité',
    hint: 'Ce numéro vous permet de retrouver la demande. Il figure aussi sur le récépissé. N’y inscrivez pas de noms.',
    example: '274 Js 1234/26',
  },
  priority: {
    label: 'Quelle est l’urgence de la demande ?',
    hint: 'Nous examinons les urgences dans les 6 heures, jour et nuit.',
    example: '',
  },
  emergencyReason: {
    label: 'Pourquoi est-ce une urgence ?',
    hint: 'Quel danger existe, et pourquoi ne peut-on pas attendre ?',
    example: 'Annonce de suicide ce matin, lieu de séjour inconnu.',
  },
  emergencyConfirmationDue: {
    label: 'Jusqu’à quand l’ordonnance provisoire doit-elle être confirmée ?',
    hint: 'Le délai court à partir de l’ordonnance. Pour une ordonnance du parquet selon le § 100e StPO, il est de trois jours ouvrables. Ajoutez la confirmation dès que vous l’avez.',
    example: '12/03/2026',
  },
  measureKind: {
    label: 'De quoi s’agit-il ?',
    hint: 'Une prolongation ou une fin se rapporte à une demande antérieure sur ce portail.',
    example: '',
  },
  earlierReference: {
    label: 'Numéro de la demande antérieure',
    hint: 'Il figure sur le récépissé et commence par AW.',
    example: 'AW-2026-000123',
  },
  legalBasis: {
    label: 'Sur quelle disposition fondez-vous la demande ?',
    hint: 'Si aucune ne convient, choisissez « Autre base légale ». Une personne la vérifiera alors.',
    example: '',
  },
  legalBasisParagraph: {
    label: 'Disposition exacte',
    hint: 'Paragraphe ou article avec alinéa, phrase et numéro, dans la version en vigueur.',
    example: '§ … al. … phr. …',
  },
  legalBasisOther: {
    label: 'Quelle base légale, et pourquoi ?',
    hint: 'Indiquez la loi, le paragraphe, l’alinéa et la phrase et expliquez en une ou deux phrases pourquoi elle permet la demande.',
    example: '',
  },
  orderingBodyKind: {
    label: 'Qui a ordonné ?',
    hint: 'Pour les données d’abonné, c’est en général votre propre autorité.',
    example: '',
  },
  orderingBodyName: {
    label: 'Nom de l’autorité qui a ordonné',
    hint: 'Tel qu’il figure en tête de l’ordonnance.',
    example: 'Amtsgericht Tiergarten',
  },
  orderFileNumber: {
    label: 'Numéro de l’ordonnance',
    hint: 'Il figure sur l’ordonnance et diffère souvent de votre propre numéro de dossier.',
    example: '349 Gs 567/26',
  },
  orderDate: {
    label: 'Date de l’ordonnance',
    hint: 'Le jour où l’ordonnance a été rendue.',
    example: '09/03/2026',
  },
  targets: {
    label: 'Identifiants',
    hint: 'Une ligne par identifiant. Vérifiez chaque caractère : une faute de frappe mène à une autre personne.',
    example: 'erika.mustermann@example.org',
  },
  asOf: {
    label: 'Données à quelle date ?',
    hint: 'Une adresse peut changer de titulaire. S’il s’agit d’une infraction, choisissez le moment de celle-ci.',
    example: '',
  },
  asOfAt: { label: 'Moment', hint: 'La date et l’heure qui comptent.', example: '01/03/2026, 14:30' },
  periodDirection: {
    label: 'Dans quel sens va la période ?',
    hint: 'Pour le passé, nous ne pouvons fournir que ce qui est encore conservé.',
    example: '',
  },
  periodStart: { label: 'Début', hint: 'Comme indiqué dans l’ordonnance.', example: '01/03/2026, 00:00' },
  periodEnd: {
    label: 'Fin',
    hint: 'Comme indiqué dans l’ordonnance. La partie future peut durer trois mois au plus.',
    example: '31/05/2026, 23:59',
  },
  timeZone: {
    label: 'Fuseau horaire de ces indications',
    hint: 'En cas de doute, l’heure allemande. Les journaux de serveurs sont souvent en UTC.',
    example: '',
  },
  mailRange: {
    label: 'Quels messages ?',
    hint: 'Si l’ordonnance indique une période, seule celle-ci compte.',
    example: '',
  },
  rangeFrom: {
    label: 'Premier jour',
    hint: 'Les messages à partir de ce jour, minuit heure allemande.',
    example: '01/01/2026',
  },
  rangeTo: {
    label: 'Dernier jour',
    hint: 'Les messages jusqu’à ce jour inclus.',
    example: '28/02/2026',
  },
  subscriberData: {
    label: 'De quelles données avez-vous besoin ?',
    hint: 'Choisissez tout ce qui est nécessaire, mais pas plus.',
    example: '',
  },
  subscriberDataOther: {
    label: 'Autres données d’abonné',
    hint: 'Seulement ce qui manque ci-dessus. Mots de passe, adresses IP et contenus n’en font pas partie.',
    example: 'Date du début du contrat',
  },
  trafficData: {
    label: 'De quelles données relatives au trafic avez-vous besoin ?',
    hint: 'Seulement ce que nomme l’ordonnance.',
    example: '',
  },
  partialAnswers: {
    label: 'À quel rythme souhaitez-vous recevoir les données ?',
    hint: 'Pour une période future, nous pouvons livrer par parties. Chaque partie supplémentaire est indemnisée selon le JVEG.',
    example: '',
  },
  folders: {
    label: 'Quels dossiers ?',
    hint: 'Si l’ordonnance limite la saisie, choisissez seulement les dossiers nommés.',
    example: '',
  },
  folderNames: { label: 'Noms des dossiers', hint: 'Un dossier par ligne.', example: 'Boîte de réception' },
  deliveryPoint: {
    label: 'Point de transmission',
    hint: 'L’identifiant de votre installation de réception. Jusqu’à 25 caractères : lettres sans accents, chiffres, trait d’union, tiret bas et point.',
    example: 'LKA-B.TKUE-01',
  },
  deliveryReference: {
    label: 'Numéro de référence de la mesure',
    hint: 'Il vous permet d’attribuer les messages. Jusqu’à 25 caractères : lettres sans accents, chiffres, trait d’union, tiret bas et point.',
    example: '2026-0815_A',
  },
  facts: {
    label: 'Que s’est-il passé ?',
    hint: 'Une à trois phrases suffisent : le reproche ou le danger et le rapport avec l’identifiant. Inutile de répéter l’ordonnance.',
    example: 'Escroquerie le 14 février 2026 ; l’adresse figure comme contact dans la plainte.',
  },
  contactName: {
    label: 'Prénom et nom',
    hint: 'La personne qui traite le dossier.',
    example: 'Erika Mustermann',
  },
  contactRank: { label: 'Grade ou fonction', hint: 'Si vous en avez un.', example: 'Capitaine de police' },
  contactTelephone: {
    label: 'Numéro de téléphone direct',
    hint: 'Nous appelons ce numéro en cas de question.',
    example: '+49 30 1234-567',
  },
  contactEmail: {
    label: 'Adresse électronique de service',
    hint: 'Nous écrivons seulement qu’il y a du nouveau. Les contenus se trouvent uniquement sur ce portail.',
    example: 'erika.mustermann@polizei.example',
  },
  secrecyOrder: {
    label: 'La personne concernée doit-elle ne rien savoir pour le moment ?',
    hint: 'Il faut pour cela une ordonnance judiciaire selon le § 95a StPO. Elle est limitée dans le temps et peut être prolongée.',
    example: '',
  },
  nonDisclosure: {
    label: 'Existe-t-il une ordonnance de secret limitée dans le temps ?',
    hint: 'Nous gardons le silence dans tous les cas. N’indiquez un délai que s’il a été ordonné.',
    example: '',
  },
  nonDisclosureUntil: {
    label: 'Jusqu’à quand vaut le secret ?',
    hint: 'Le dernier jour selon l’ordonnance.',
    example: '09/09/2026',
  },
  attachments: {
    label: 'Fichiers',
    hint: 'PDF, images ou autres fichiers. Indiquez pour chacun ce que c’est. L’ordonnance doit être complète et lisible, avec toutes les pages et la signature.',
    example: '',
  },
};

export const fieldErrors: Catalogue<typeof german.fieldErrors> = {
  required: 'Cette indication manque encore.',
  too_long: 'Le texte est trop long. Raccourcissez-le.',
  line_break_not_allowed: 'Écrivez sur une seule ligne, sans tabulation.',
  option_invalid: 'Choisissez l’une des possibilités proposées.',
  date_invalid: 'Ce jour n’existe pas. Indiquez le jour, le mois et l’année.',
  date_time_invalid: 'Indiquez la date et l’heure complètes.',
  time_zone_invalid: 'Choisissez un fuseau horaire dans la liste.',
  time_does_not_exist:
    'Cette heure n’a pas existé : une heure est omise dans la nuit du passage à l’heure d’été. Vérifiez l’heure et le fuseau horaire.',
  email_invalid: 'Ce n’est pas une adresse électronique complète. Exemple : nom@example.org',
  telephone_invalid:
    'Indiquez le numéro avec l’indicatif, seulement avec des chiffres, espaces, barres obliques ou traits d’union.',
  ip_invalid: 'Ce n’est pas une adresse IP. Exemple : 192.0.2.44 ou 2001:db8::1',
  customer_number_invalid: 'Un numéro de client a 40 lettres et chiffres au plus.',
  reference_invalid: 'Le numéro a cette forme : AW-2026-000123',
  delivery_reference_invalid:
    'Jusqu’à 25 caractères sont permis : lettres sans accents, chiffres, trait d’union, tiret bas et point.',
  legal_basis_not_for_you:
    'Cette disposition ne convient pas à votre autorité ou au type de données. Choisissez-en une dans la liste.',
  too_many_targets: 'Une demande peut contenir 500 identifiants au plus. Divisez la liste.',
};

export const targetKinds: Catalogue<typeof german.targetKinds> = {
  email: { label: 'Adresse électronique ou alias', hint: 'Une adresse de nos domaines.' },
  ip: {
    label: 'Adresse IP avec heure',
    hint: 'À la seconde près et avec le fuseau horaire du journal. Seulement pour poursuivre des infractions pénales ou avec une habilitation particulière.',
  },
  payment: { label: 'Référence de paiement', hint: 'Par exemple le motif d’un virement à notre compte.' },
  person: {
    label: 'Nom et date de naissance',
    hint: 'Les deux ensemble, car un nom seul n’est pas univoque.',
  },
  customer: { label: 'Numéro de client', hint: 'Il figure sur nos factures.' },
};

export const targetParts: Catalogue<typeof german.targetParts> = {
  kind: 'Type d’identifiant',
  address: 'Adresse électronique',
  ipAddress: 'Adresse IP',
  at: 'Moment',
  timeZone: 'Fuseau horaire',
  reference: 'Référence de paiement',
  name: 'Nom',
  dateOfBirth: 'Date de naissance',
  number: 'Numéro de client',
};

export const emergencyApplicationDue: Catalogue<typeof german.emergencyApplicationDue> = {
  label: 'Jusqu’à quand la confirmation du tribunal doit-elle être demandée ?',
  hint: 'Le délai court à partir de la saisie. Selon le § 98 al. 2 phrase 1 StPO, la confirmation doit en principe être demandée dans les trois jours ; à défaut, l’ordonnance ne devient pas caduque. Consignez la confirmation dès que vous l’avez.',
  example: '12/03/2026',
};

export const targetErrors: Catalogue<typeof german.targetErrors> = {
  target_not_recognised:
    'Nous ne reconnaissons pas ce que c’est. Écrivez par exemple une adresse électronique, ou placez le type d’identifiant devant.',
  target_kind_not_in_category:
    'Ce type d’identifiant n’est pas possible pour ce type de données. Seules les adresses électroniques le sont.',
  target_repeated: 'Cet identifiant figure déjà plus haut.',
  too_many_rows:
    'Une demande peut contenir 500 identifiants au plus. Cette ligne et les suivantes n’ont pas été reprises.',
  quote_not_closed:
    'Ici commence un guillemet qui ne se ferme nulle part. Cette ligne et les suivantes n’ont pas été reprises.',
  time_zone_missing:
    'Ici manque le fuseau horaire. Sans lui, l’heure pourrait désigner une autre personne. Écrivez-le dans la colonne suivante, par exemple Europe/Berlin, UTC ou +02:00.',
};

export const targetList: Catalogue<typeof german.targetList> = {
  title: 'Coller une liste',
  hint: 'Collez des lignes d’un tableau ou chargez un fichier CSV. Point-virgule, virgule et tabulation séparent les colonnes ; un en-tête est possible. Une adresse IP exige une heure et un fuseau horaire. 500 identifiants au plus.',
  example: 'erika.mustermann@example.org\nip;192.0.2.44;01.03.2026 14:30:05;Europe/Berlin\nclient;4711',
  rowError: (row, problem) => `Ligne ${row} : ${problem}`,
  taken: (count) => (count < 2 ? `${count} identifiant repris` : `${count} identifiants repris`),
  notTaken: (count) =>
    count < 2 ? `${count} ligne n’a pas été reprise` : `${count} lignes n’ont pas été reprises`,
};

export const visibility: Catalogue<typeof german.visibility> = {
  public: 'Le serveur lit aussi cette indication, pour classer la demande et rappeler les délais.',
  sealed:
    'Cette indication est chiffrée sur votre appareil. Seules votre autorité et les personnes chargées de l’examen peuvent la lire.',
};
