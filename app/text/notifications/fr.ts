import type { Catalogue } from '../catalogue.ts';
import type { de } from './de.ts';

export const fr: Catalogue<typeof de> = {
  title: 'Notifications',
  lead: 'Nous vous écrivons lorsqu’il se passe quelque chose. Nos messages indiquent la référence, la nature de l’événement et un lien, jamais rien de l’affaire.',
  link: 'Régler les notifications et le calendrier',
  linkLead: 'Les sujets de nos messages, leur chiffrement et vos échéances dans un calendrier.',
  saved: 'Enregistré',
  choices: {
    title: 'Quand nous vous écrivons',
    kinds: {
      emergency_submitted: 'Demande urgente reçue',
      legal_request_submitted: 'Demande reçue',
      legal_request_withdrawn: 'Demande retirée',
      legal_request_handed_over: 'Demande confiée à quelqu’un d’autre dans votre service',
      legal_request_received: 'Réception de votre demande',
      review_started: 'Examen de votre demande commencé',
      status_changed: 'Votre demande a un nouvel état',
      message_received: 'Nouveau message',
      correction_reminder: 'Fin prochaine du délai de correction',
      answer_partial: 'Réponse partielle disponible',
      answer_expires: 'Suppression prochaine de la réponse',
      deadline_reminder: 'Fin prochaine d’un délai',
      deadline_missed: 'Délai dépassé',
      answer_mail_failed: 'Réponse non partie',
      interception_ending: 'Fin prochaine d’une interception',
      costs_claim_ending: 'Frais à facturer prochainement',
    },
    timings: { now: 'aussitôt', digest: 'dans le résumé du jour', off: 'jamais' },
    fixed: 'toujours aussitôt',
    digest: 'Le résumé du jour arrive les jours ouvrés à 7 heures (heure de Berlin), s’il y a quelque chose.',
    security:
      'Les messages relatifs à la sécurité de votre compte et des clés arrivent toujours aussitôt. Ils ne peuvent pas être désactivés.',
    none: 'Pour votre rôle, il n’y a que des messages de sécurité. Ils arrivent toujours aussitôt.',
    language: (name) => `Nous vous écrivons en ${name}.`,
    changeLanguage: 'Changer de langue',
  },
  key: {
    title: 'Chiffrement avec votre clé OpenPGP',
    lead: 'Si vous utilisez OpenPGP, nous pouvons chiffrer nos messages. Leur objet ne dira rien non plus.',
    label: 'Votre clé publique',
    hint: 'Le bloc commence par -----BEGIN PGP PUBLIC KEY BLOCK-----',
    save: 'Déposer la clé',
    replace: 'Remplacer la clé',
    remove: 'Ne plus chiffrer',
    current: 'Nous chiffrons avec cette clé',
    compare: 'Comparez l’empreinte avec celle de votre logiciel de messagerie.',
    expires: (date) => `Elle est valable jusqu’au ${date}.`,
    expired: (date) =>
      `Elle a expiré le ${date}. Tant que vous n’en déposez pas une nouvelle, nous vous écrivons seulement qu’il y a quelque chose.`,
    never: 'Elle n’expire pas.',
    faults: {
      key_empty: 'Collez votre clé publique.',
      key_not_readable:
        'Ceci n’est pas une clé OpenPGP lisible. Collez le bloc entier, de « BEGIN PGP PUBLIC KEY BLOCK » à « END PGP PUBLIC KEY BLOCK ».',
      key_private:
        'Ceci est une clé privée. Ne la donnez à personne. Exportez la clé publique et collez celle-ci.',
      key_several: 'Il y a plusieurs clés. Ne collez que la vôtre.',
      key_unusable:
        'Cette clé ne permet pas de chiffrer : elle a expiré, a été révoquée, est trop faible ou ne sert qu’à signer.',
    },
  },
  calendar: {
    title: 'Échéances dans votre calendrier',
    lead: 'Grâce à une adresse secrète, votre logiciel de calendrier affiche les échéances : leur nature et la référence, rien d’autre.',
    name: 'Amtsweg – échéances',
    create: 'Créer une adresse',
    renew: 'Créer une nouvelle adresse',
    remove: 'Invalider l’adresse',
    since: (date) => `Il existe une adresse, créée le ${date}.`,
    renewHint: 'Une nouvelle adresse invalide l’ancienne.',
    createdTitle: 'Votre adresse – elle n’est affichée que maintenant',
    createdHint:
      'Copiez-la dans votre logiciel de calendrier (« s’abonner à un calendrier »). Qui la connaît voit vos échéances. Ne la transmettez pas.',
    label: 'Adresse du calendrier',
    removed: 'L’adresse n’est plus valable',
    deadlines: {
      first_look: 'Premier examen à faire',
      answer_due: 'Réponse à donner',
      correction: 'Fin du délai de correction',
      answer_expires: 'Suppression de la réponse',
      emergency_confirmation: 'Confirmation de l’ordre urgent attendue',
      interception_end: 'Fin de l’interception',
      costs_claim: 'Facturer les frais',
    },
  },
};
