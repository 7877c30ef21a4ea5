import type { Catalogue } from '../catalogue.ts';
import type { de } from './de.ts';

export const fr: Catalogue<typeof de> = {
  title: 'Messages',
  open: 'Lire et écrire des messages',
  unread: (count) => (count === 1 ? '1 nouveau message' : `${count} nouveaux messages`),
  unreadMark: 'nouveau',
  none: 'Rien n’a encore été écrit au sujet de cette demande.',
  sealedHint:
    'Seules votre équipe et l’autre partie peuvent lire ce qui figure ici. Le serveur ne le peut pas.',
  opening: 'Les messages sont déchiffrés sur votre appareil …',
  unreadable: 'Ce message ne peut pas être déchiffré.',
  by: { agency: 'Autorité', provider: 'Fournisseur' },
  intents: { asks: 'Demande une réponse', informs: 'Pour information' },
  files: 'Fichiers',
  openFile: (name) => `Ouvrir ${name}`,
  openFileShort: 'Ouvrir',
  closed: 'La demande est close. L’échange de messages n’est plus possible.',
  turn: {
    yours: 'C’est à vous d’agir : l’autre partie vous a posé une question et attend votre réponse.',
    theirs: 'C’est à l’autre partie d’agir : vous avez posé une question et attendez la réponse.',
    paused: (date) => `Le délai du fournisseur est suspendu depuis le ${date}.`,
    done: 'La question est réglée',
    doneHint:
      'Avec « La question est réglée », elle est considérée comme traitée sans message. Un délai suspendu reprend alors.',
  },
  write: {
    title: 'Nouveau message',
    text: 'Votre message',
    intent: 'Que doit faire l’autre partie ?',
    choices: {
      informs: { label: 'Rien – seulement pour information', hint: 'Le tour ne change pas.' },
      asks: { label: 'Répondre', hint: 'C’est alors à l’autre partie d’agir.' },
    },
    asksPauses: 'C’est alors à l’autorité d’agir. Votre délai est suspendu jusqu’à sa réponse.',
    attachments: 'Fichiers',
    canned: 'Texte type',
    chooseCanned: 'Choisir un texte type',
    insert: 'Insérer',
    cannedHint: (language) => `Dans la langue de l’autorité (${language}).`,
    send: 'Chiffrer et envoyer',
    sent: 'Votre message est envoyé. L’autre partie reçoit un courriel sans le contenu.',
    kept: 'Ce que vous écrivez est conservé chiffré, même si vous fermez la page.',
    saved: (time) => `Enregistré chiffré à ${time}`,
    notSaved: 'Pas encore enregistré. Nouvelle tentative en cours.',
    errors: {
      text_missing: 'Écrivez un message.',
      intent_missing: 'Indiquez si l’autre partie doit répondre.',
      files_unfinished: 'Attendez que tous les fichiers soient transmis, ou retirez-les.',
    },
    agencyKeyMissing:
      'L’autorité n’a pas de clé confirmée. Tant que c’est le cas, rien de chiffré ne peut lui être écrit.',
  },
  languages: { de: 'allemand', en: 'anglais', fr: 'français' },

  emergency: {
    callBackTitle: 'Rappel de l’autorité',
    callBackHint:
      'Une urgence ne peut être acceptée qu’après avoir rappelé l’autorité à un numéro qui ne provient pas de la demande.',
    missing: 'Aucun rappel n’est consigné : l’acceptation n’est pas possible.',
    complete: (name, date) => `Complet, consigné par ${name} le ${date}.`,
    again: 'Consigner un autre rappel',
    number: 'Numéro appelé',
    numberSource: 'D’où vient le numéro ?',
    numberSourceHint: 'Par exemple : annuaire officiel des autorités, site de la police.',
    isIndependent: 'Le numéro provient d’une source indépendante, non de la demande.',
    calledBy: 'Qui a appelé ?',
    reached: 'Qui a été joint ?',
    reachedHint: 'Nom et service.',
    calledAt: 'Quand ?',
    isConfirmed: 'La personne jointe a confirmé que cette demande émane de son autorité.',
    save: 'Consigner le rappel chiffré',
    confirmationTitle: 'Confirmation de l’ordonnance d’urgence',
    confirmation: {
      due: (date) => `La confirmation doit être présente au plus tard le ${date}.`,
      overdue: (date) =>
        `Aucune confirmation n’a été consignée au ${date}. L’ordonnance peut être devenue caduque.`,
    },
    /** Where the law only says by when the confirmation is to be applied for. */
    application: {
      due: (date) => `La confirmation du tribunal doit être demandée avant le ${date} inclus.`,
      overdue: (date) =>
        `La confirmation du tribunal devait être demandée avant le ${date} inclus ; aucune n’est consignée. L’ordonnance reste valable jusqu’à la décision du tribunal.`,
    },
    noDue: 'Aucun délai n’est indiqué pour la confirmation.',
    confirmed: (date) => `Confirmée le ${date}`,
    recordedBy: (side) => `consignée par : ${side}`,
    record: 'Consigner une confirmation',
    recordHint: 'Veuillez joindre la décision elle-même à un message, comme fichier.',
    confirmedOn: 'Jour de la décision',
    court: 'Juridiction',
    courtFileNumber: 'Numéro de dossier de la juridiction',
    statement: 'Qu’a-t-il été décidé ?',
    saveConfirmation: 'Consigner chiffré',
    required: 'Remplissez ce champ.',
    dateInvalid: 'Indiquez un jour qui n’est pas dans le futur.',
    timeInvalid: 'Indiquez le jour et l’heure.',
    tick: 'Ceci doit être confirmé.',
    locked: 'Déverrouillez pour lire les indications.',
  },

  canned: {
    title: 'Textes types',
    intro:
      'Le portail propose ces textes pour les griefs et les messages, dans la langue de l’autorité. Ils sont les mêmes pour toutes les équipes et ne contiennent rien des demandes.',
    text: 'Texte',
    save: 'Enregistrer',
    reset: 'Rétablir le texte par défaut',
    isDefault: 'Texte par défaut du portail',
    changed: (name, date) => `Modifié par ${name} le ${date}`,
    saved: 'Le texte type est enregistré.',
    language: 'Langue',
  },
};
