import type { Catalogue } from '#app/text/catalogue.ts';
import type * as german from './de.ts';

export const statuses: Catalogue<typeof german.statuses> = {
  draft: {
    name: 'Brouillon',
    meaning: 'La demande n’est pas encore déposée. Seule votre autorité peut la voir.',
    agencyNext: 'Remplissez les parties et déposez la demande. Elle est enregistrée au fur et à mesure.',
    providerNext: 'Rien à faire.',
  },
  submitted: {
    name: 'Déposée',
    meaning: 'La demande est arrivée. Elle attend que quelqu’un l’examine.',
    agencyNext:
      'Vous n’avez rien à faire. Nous l’examinons dans un délai d’un jour ouvrable, en cas d’urgence dans les 6 heures. Vous recevrez un courriel en cas de changement.',
    providerNext: 'Prenez la demande en charge et examinez-la.',
  },
  in_review: {
    name: 'En cours d’examen',
    meaning: 'La protection des données et la licéité de la demande sont examinées.',
    agencyNext: 'Vous n’avez rien à faire. Deux personnes décident ensemble d’accepter ou de refuser.',
    providerNext:
      'Examinez la demande. Accepter et refuser exigent deux signatures : protection des données et droit. Une seule personne peut la renvoyer.',
  },
  returned: {
    name: 'Renvoyée pour correction',
    meaning: 'Quelque chose manque ou ne convient pas. La demande n’est pas refusée.',
    agencyNext:
      'Corrigez les points indiqués et déposez à nouveau la demande. Vos réponses et fichiers sont conservés. Vous avez 14 jours.',
    providerNext: 'C’est au tour de l’autorité. Sans correction après 14 jours, la demande est close.',
  },
  rejected: {
    name: 'Refusée',
    meaning: 'La demande n’est pas recevable telle quelle. Les motifs sont indiqués.',
    agencyNext:
      'Si vous pouvez remédier au défaut, déposez à nouveau la demande corrigée dans les 14 jours. Sinon, il n’y a rien à faire.',
    providerNext: 'L’autorité peut corriger dans les 14 jours. Ensuite la demande est close.',
  },
  accepted: {
    name: 'Acceptée',
    meaning: 'La demande est licite. La réponse est en préparation.',
    agencyNext: 'Vous n’avez rien à faire. Vous recevrez un courriel dès que la réponse est prête.',
    providerNext: 'Rassemblez les données et répondez, même s’il n’y a aucune donnée.',
  },
  answered: {
    name: 'Répondue',
    meaning: 'La réponse est prête, chiffrée.',
    agencyNext: 'Récupérez la réponse et conservez-la dans votre dossier.',
    providerNext: 'Rien à faire.',
  },
  closed: {
    name: 'Close',
    meaning: 'L’affaire est terminée.',
    agencyNext: 'Rien à faire. S’il vous faut d’autres données, faites une nouvelle demande.',
    providerNext: 'Rien à faire.',
  },
  withdrawn: {
    name: 'Retirée',
    meaning: 'L’autorité a retiré la demande avant la décision.',
    agencyNext: 'Rien à faire. Vous pouvez faire une nouvelle demande à tout moment.',
    providerNext: 'Rien à faire. La demande n’est plus examinée.',
  },
};

export const turns: Catalogue<typeof german.turns> = {
  agency: 'C’est au tour de l’autorité',
  provider: 'C’est au tour du fournisseur',
  nobody: 'Personne n’a rien à faire',
};

export const actions: Catalogue<typeof german.actions> = {
  create: 'Commencer une demande',
  read: 'Consulter',
  save_draft: 'Enregistrer le brouillon',
  discard_draft: 'Supprimer le brouillon',
  submit: 'Déposer',
  withdraw: 'Retirer',
  claim: 'Prendre en charge',
  add_note: 'Ajouter une note',
  add_finding: 'Noter un défaut',
  return: 'Renvoyer pour correction',
  accept: 'Accepter',
  reject: 'Refuser',
  answer: 'Répondre',
  close: 'Clore',
};

export const decisions: Catalogue<typeof german.decisions> = {
  accept: {
    name: 'Acceptation',
    meaning: 'La demande est licite et sans défaut. Les données peuvent être communiquées.',
  },
  return: {
    name: 'Renvoi pour correction',
    meaning: 'L’autorité peut remédier au défaut et déposer à nouveau la demande.',
  },
  reject: {
    name: 'Refus',
    meaning: 'La demande est irrecevable. L’autorité peut la déposer à nouveau, corrigée, dans les 14 jours.',
  },
};

export const answerOutcomes: Catalogue<typeof german.answerOutcomes> = {
  answered: 'Réponse complète',
  answered_in_part: 'Réponse partielle',
  nothing_held: 'Aucune donnée',
  already_deleted: 'Données déjà effacées',
};
