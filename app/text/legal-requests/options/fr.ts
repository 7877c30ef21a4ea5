import type { Catalogue } from '#app/text/catalogue.ts';
import type * as german from './de.ts';

export const options: Catalogue<typeof german.options> = {
  foreignRoute: {
    epoc: {
      label: 'Injonction européenne de production (EPOC)',
      hint: 'Règlement (UE) 2023/1543. Joignez l’injonction.',
    },
    mutual_legal_assistance: {
      label: 'Entraide judiciaire',
      hint: 'Une autorité allemande a accordé l’entraide. Joignez sa décision.',
    },
  },
  priority: {
    normal: { label: 'Normale', hint: 'Nous examinons la demande dans un délai d’un jour ouvrable.' },
    emergency: {
      label: 'Urgence (péril en la demeure)',
      hint: 'Seulement en cas de danger pour la vie, l’intégrité ou la liberté, ou si des preuves risquent de disparaître.',
    },
  },
  measureKind: {
    new: { label: 'Nouvelle interception', hint: '' },
    extension: { label: 'Prolongation', hint: 'De trois mois au plus, avec une nouvelle ordonnance.' },
    early_termination: { label: 'Fin anticipée', hint: 'Les conditions ne sont plus remplies.' },
  },
  orderingBodyKind: {
    court: { label: 'Tribunal', hint: '' },
    prosecution: { label: 'Parquet', hint: '' },
    authority: { label: 'Autorité', hint: 'La vôtre ou une autre autorité compétente.' },
    ministry: { label: 'Ministère', hint: 'Pour les ordonnances selon le G10.' },
  },
  asOf: {
    now: { label: 'État actuel', hint: 'Les données au jour de la réponse.' },
    at_time: { label: 'État à un moment donné', hint: 'Par exemple au moment de l’infraction.' },
  },
  periodDirection: {
    past: { label: 'Passé', hint: 'Ce qui est déjà conservé.' },
    future: { label: 'Avenir', hint: 'Trois mois au plus.' },
    past_and_future: { label: 'Passé et avenir', hint: 'La partie future trois mois au plus.' },
  },
  mailRange: {
    all: { label: 'Tous les messages', hint: '' },
    range: { label: 'Seulement ceux d’une période', hint: '' },
  },
  subscriberData: {
    name: { label: 'Nom', hint: '' },
    address: { label: 'Adresse', hint: '' },
    date_of_birth: { label: 'Date de naissance', hint: '' },
    telephone: { label: 'Numéro de téléphone', hint: '' },
    contract: { label: 'Données du contrat et du tarif', hint: 'Début, fin, tarif choisi.' },
    payment: {
      label: 'Données de paiement',
      hint: 'Mode de paiement et coordonnées bancaires, si elles sont conservées.',
    },
    other_addresses: { label: 'Autres adresses de la même personne', hint: 'Les alias aussi.' },
    login_ip_addresses: {
      label: 'Adresses IP des connexions',
      hint: 'Ce sont des données relatives au trafic. Faites une demande distincte avec ordonnance judiciaire (§ 100g StPO).',
    },
    passwords: {
      label: 'Mots de passe et autres données d’accès',
      hint: 'Impossible avec ce formulaire : une ordonnance judiciaire est nécessaire (§ 23 TDDDG, § 100j al. 1 phr. 2–3 StPO).',
    },
  },
  trafficData: {
    logins: { label: 'Connexions', hint: 'Heure et adresse IP.' },
    sent: { label: 'Messages envoyés', hint: 'Heure, adresses des destinataires, adresse IP, taille.' },
    received: { label: 'Messages reçus', hint: 'Heure, adresse de l’expéditeur, taille.' },
  },
  partialAnswers: {
    once: { label: 'Une fois à la fin', hint: '' },
    daily: { label: 'Chaque jour', hint: '' },
    weekly: { label: 'Chaque semaine', hint: '' },
    monthly: { label: 'Chaque mois', hint: '' },
  },
  folders: {
    all: { label: 'Tous les dossiers', hint: '' },
    some: { label: 'Certains dossiers', hint: '' },
  },
  secrecyOrder: {
    no: { label: 'Non', hint: 'La personne concernée peut être informée.' },
    yes: { label: 'Oui, il existe une ordonnance selon le § 95a StPO', hint: 'Joignez-la.' },
  },
  nonDisclosure: {
    no: { label: 'Non', hint: 'L’obligation légale de garder le silence s’applique quand même.' },
    until: { label: 'Oui, jusqu’à un certain jour', hint: '' },
  },
};

export const attachmentKinds: Catalogue<typeof german.attachmentKinds> = {
  judicial_order: {
    label: 'Ordonnance',
    hint: 'D’un tribunal, du parquet ou d’un ministère ; aussi ordonnance provisoire, confirmation, EPOC ou avis de fin de mesure.',
  },
  request_letter: { label: 'Lettre de demande', hint: 'La demande de votre autorité, signée.' },
  other: { label: 'Autre', hint: '' },
};

export const agencyKinds: Catalogue<typeof german.agencyKinds> = {
  police: 'Police',
  prosecution: 'Parquet',
  customs: 'Douane',
  constitution_protection: 'Protection de la Constitution',
  intelligence: 'Service de renseignement (BND, MAD)',
  regulatory: 'Autorité administrative de sanction ou de contrôle',
  other: 'Autre autorité',
};

export const roles: Catalogue<typeof german.roles> = {
  investigator: 'Enquête',
  lead: 'Direction du service',
  clerk: 'Greffe',
  dpo: 'Protection des données',
  counsel: 'Service juridique',
  admin: 'Administration',
  auditor: 'Audit',
};

export const channels: Catalogue<typeof german.channels> = {
  portal: 'Ce portail',
  esb_mail: 'Courriel chiffré (E-Mail-ESB)',
  post: 'Courrier postal',
  plain_mail: 'Courriel non chiffré (irrecevable)',
  fax: 'Télécopie (irrecevable)',
  hi1: 'Interface automatique (HI1)',
};

export const purposes: Catalogue<typeof german.purposes> = {
  crime: 'Poursuite d’infractions pénales',
  regulatory_offence: 'Poursuite d’infractions administratives',
  danger: 'Prévention de dangers',
  constitution_protection: 'Protection de la Constitution',
  intelligence: 'Missions de renseignement',
  mutual_assistance: 'Entraide judiciaire',
  other: 'Autre but',
};

export const timeZones: Catalogue<typeof german.timeZones> = {
  'Europe/Berlin': 'Heure allemande (Berlin)',
  UTC: 'Temps universel (UTC)',
  'Europe/London': 'Londres',
  'Europe/Paris': 'Paris',
  'Europe/Vienna': 'Vienne',
  'Europe/Warsaw': 'Varsovie',
  'Europe/Athens': 'Athènes',
  'Europe/Istanbul': 'Istanbul',
  'Europe/Moscow': 'Moscou',
  'America/New_York': 'New York',
  'America/Chicago': 'Chicago',
  'America/Denver': 'Denver',
  'America/Los_Angeles': 'Los Angeles',
  'Asia/Dubai': 'Dubaï',
  'Asia/Kolkata': 'Inde',
  'Asia/Shanghai': 'Shanghai',
  'Asia/Tokyo': 'Tokyo',
  'Australia/Sydney': 'Sydney',
};
