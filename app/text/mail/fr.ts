import type { de } from './de.ts';

type Values = Readonly<Record<string, string>>;

const statuses: Readonly<Record<string, string>> = {
  submitted: 'reçue',
  in_review: 'en cours d’examen',
  returned: 'renvoyée pour correction',
  rejected: 'rejetée',
  accepted: 'acceptée',
  answered: 'traitée',
  closed: 'close',
  withdrawn: 'retirée',
};
const roles: Readonly<Record<string, string>> = {
  investigator: 'enquêteur ou enquêtrice',
  lead: 'responsable de l’unité',
  clerk: 'gestionnaire',
  dpo: 'délégué ou déléguée à la protection des données',
  counsel: 'avocat ou avocate',
  admin: 'administration du portail',
  auditor: 'audit',
};
const word = (words: Readonly<Record<string, string>>, value = '') => words[value] ?? value;

const mail = (subject: string, ...paragraphs: string[]) => ({
  subject,
  text: [
    'Bonjour,',
    ...paragraphs,
    'Ce message a été envoyé automatiquement ; personne ne lit les réponses. Nous ne demandons jamais de code, de phrase secrète ni de clé.',
    'Amtsweg',
  ].join('\n\n'),
});

const inPortal = (url: string) =>
  url === ''
    ? 'Vous trouverez les détails dans le portail après connexion.'
    : `Vous trouverez les détails après connexion :\n${url}`;

export const fr: typeof de = {
  confirmation_code: ({ code = '' }: Values) =>
    mail(
      `${code} est votre code de confirmation`,
      `Votre code d’inscription à Amtsweg est :\n\n    ${code}`,
      'Il est valable dix minutes. Ne le communiquez à personne. Si vous ne l’avez pas demandé, vous n’avez rien à faire.',
    ),
  account_exists: ({ url = '' }: Values) =>
    mail(
      'Vous avez déjà un compte',
      'Quelqu’un a essayé de créer un compte Amtsweg avec votre adresse. Il en existe déjà un ; aucun autre n’a été créé.',
      `Si c’était vous, connectez-vous ici avec votre clé d’accès :\n${url}`,
      'Sinon, vous n’avez rien à faire.',
    ),
  invitation: ({ url = '', team = '', role = '' }: Values) =>
    mail(
      'Votre invitation à Amtsweg',
      `Vous êtes invité à créer un compte (${team}, rôle : ${word(roles, role)}). Le lien est valable sept jours et ne sert qu’une fois :\n${url}`,
    ),
  registration_waiting: ({ team = '', url = '' }: Values) =>
    mail(
      'Une personne attend son admission',
      `Une personne s’est inscrite pour « ${team} » et attend son admission ou la vérification.`,
      `Vers le portail : ${url}`,
    ),
  person_admitted: ({ url = '', key = '' }: Values) =>
    mail(
      'Votre compte est admis',
      `Vous pouvez désormais utiliser Amtsweg :\n${url}`,
      ...(key === 'later'
        ? ['Vous pourrez lire ce qui est chiffré dès qu’une personne de votre équipe vous aura donné la clé.']
        : []),
    ),
  person_declined: () =>
    mail(
      'Votre compte n’a pas été admis',
      'Votre inscription à Amtsweg a été refusée. Si vous pensez qu’il s’agit d’une erreur, adressez-vous au responsable de votre unité.',
    ),
  return_declined: ({ name = '' }: Values) =>
    mail(
      'Un retour dans un compte a été refusé',
      `Le compte de ${name} est suspendu. Quelqu’un y était entré avec le code de récupération ou le lien de nouvel accès et a été refusé ; la clé d’accès et le code ne sont plus valables.`,
      `S’il s’agissait bien de ${name}, le responsable de l’unité ou l’administration du portail peut proposer un nouvel accès.`,
    ),
  waiting_again: ({ access = '' }: Values) =>
    mail(
      'Votre compte attend de nouveau',
      'Votre compte Amtsweg attend de nouveau son admission.',
      access === 'ended'
        ? 'Votre clé d’accès et votre code de récupération ne sont plus valables. Le responsable de votre unité ou l’administration du portail doit d’abord vous donner un nouvel accès ; vous recevrez le lien par e-mail.'
        : 'Vous n’avez rien à faire ; vous recevrez un e-mail dès que la décision sera prise.',
    ),
  person_withdrawn: () =>
    mail(
      'Votre accès a pris fin',
      'Vous avez été retiré de votre unité sur Amtsweg et ne pouvez plus vous connecter. Si vous pensez qu’il s’agit d’une erreur, adressez-vous au responsable de votre unité.',
    ),
  team_key_due: ({ url = '' }: Values) =>
    mail(
      'Votre unité a besoin d’une nouvelle clé',
      `Une personne a quitté votre unité et connaissait sa clé. Créez-en une nouvelle sans attendre :\n${url}`,
    ),
  agency_key_rotated: ({ url = '' }: Values) =>
    mail(
      'La nouvelle clé d’une autorité attend sa confirmation',
      `Une autorité a changé de clé. Tant qu’elle n’est pas confirmée, elle ne peut rien envoyer. Appelez-la et comparez l’empreinte :\n${url}`,
    ),
  agency_verified: ({ url = '' }: Values) =>
    mail(
      'Votre autorité est vérifiée',
      `La vérification de votre autorité est terminée. Vous pouvez désormais utiliser Amtsweg :\n${url}`,
    ),
  agency_declined: () =>
    mail(
      'Votre autorité n’a pas été admise',
      'Nous n’avons pas pu confirmer votre autorité et avons refusé l’inscription. Si vous pensez qu’il s’agit d’une erreur, appelez-nous au numéro indiqué dans les mentions légales du portail.',
    ),
  verification_proposed: ({ url = '' }: Values) =>
    mail(
      'Une autorité attend la seconde approbation',
      `La vérification d’une autorité est enregistrée. Une seconde personne doit l’approuver :\n${url}`,
    ),
  verification_set_aside: ({ url = '' }: Values) =>
    mail(
      'Une vérification n’a pas été approuvée',
      `La vérification d’une autorité n’a pas été approuvée, ou a été retirée:\n${url}`,
    ),
  verification_due: ({ team = '', url = '' }: Values) =>
    mail(
      'Une autorité est bientôt à vérifier de nouveau',
      `La vérification de « ${team} » vaut encore 30 jours au plus. Appelez l’autorité à temps ; cette fois aussi, deux personnes doivent approuver :\n${url}`,
    ),
  verification_overdue: ({ team = '', url = '' }: Values) =>
    mail(
      'La vérification d’une autorité a expiré',
      `Les douze mois depuis la dernière vérification de « ${team} » sont écoulés. L’autorité peut continuer à travailler. Vérifiez-la de nouveau maintenant, ou suspendez-la :\n${url}`,
    ),
  report_proposed: ({ url = '', year = '' }: Values) =>
    mail(
      'Rapport de transparence : seconde approbation requise',
      `Le rapport de transparence ${year} doit être publié et attend votre accord. Vérifiez les chiffres et le texte avant de l’approuver.`,
      inPortal(url),
    ),
  role_change_proposed: ({ url = '' }: Values) =>
    mail(
      'Un changement de rôle attend la seconde approbation',
      `Un changement de rôle est proposé. Une seconde personne doit l’approuver :\n${url}`,
    ),
  confirmer_admitted: ({ name = '', role = '', by = '', url = '' }: Values) =>
    mail(
      'Une personne de l’équipe peut désormais donner les secondes approbations',
      `${by} a admis ${name} (${word(roles, role)}), qui peut approuver en second les vérifications, les rôles, les nouveaux accès et les clés.`,
      `Si vous ne connaissez pas cette personne ou ne l’attendiez pas, renseignez-vous immédiatement :\n${url}`,
    ),
  account_recovered: ({ name = '', team = '', url = '' }: Values) =>
    mail(
      'Un compte a été rétabli',
      `Le compte de ${name} (${team}) a été ouvert avec le code de secours. Toutes les clés d’accès et sessions précédentes sont closes. Tant qu’une seconde personne ne le confirme pas, l’accès aux données reste fermé.`,
      `Si ce n’était pas ${name}, refusez dans le portail :\n${url}`,
    ),
  access_proposed: ({ name = '', team = '', url = '' }: Values) =>
    mail(
      'Nouvel accès : seconde approbation requise',
      `${name} (${team}) doit recevoir un nouvel accès à Amtsweg, car toutes les clés d’accès et le code de secours sont perdus. Une seconde personne doit donner son accord dans les sept jours. Parlez d’abord vous-même à la personne.`,
      `Vers le portail : ${url}`,
    ),
  own_access_proposed: () =>
    mail(
      'Un nouvel accès est proposé pour vous',
      'Quelqu’un a proposé de vous donner un nouvel accès à Amtsweg, car vous avez perdu toutes vos clés d’accès et le code de secours. Rien n’a encore changé ; une seconde personne doit donner son accord.',
      'Si vous avez encore vos clés d’accès, quelque chose ne va pas : appelez aussitôt le responsable de votre unité ou l’administration du portail.',
    ),
  access_set_aside: ({ name = '' }: Values) =>
    mail(
      'Nouvel accès : pas d’accord',
      `Le nouvel accès de ${name} n’a pas été approuvé, ou la proposition a été retirée. Rien n’a changé.`,
    ),
  access_link: ({ url = '' }: Values) =>
    mail(
      'Votre nouvel accès à Amtsweg',
      `Deux personnes ont accepté de vous donner un nouvel accès. Toutes les clés d’accès et sessions précédentes ont pris fin. Créez ici une nouvelle clé d’accès ; le lien est valable 24 heures et ne sert qu’une fois :\n${url}`,
      'On vous appellera ensuite pour vous admettre de nouveau. Si vous n’avez pas besoin d’un nouvel accès, n’utilisez pas le lien et prévenez aussitôt le responsable de votre unité ou l’administration du portail.',
    ),
  access_renewed: ({ name = '', team = '', url = '' }: Values) =>
    mail(
      'Nouvel accès : deux personnes ont donné leur accord',
      `${name} (${team}) reçoit un nouvel accès. Toutes les clés d’accès et sessions précédentes ont pris fin, et un lien est parti à l’adresse officielle. Tant que la personne n’est pas admise, l’accès aux données reste fermé.`,
      `Si ce n’est pas normal, suspendez le compte dans le portail :\n${url}`,
    ),
  access_used: ({ name = '', team = '', url = '' }: Values) =>
    mail(
      'Une personne attend son admission après un nouvel accès',
      `${name} (${team}) a créé une nouvelle clé d’accès. Appelez la personne et comparez l’empreinte de sa clé avant de l’admettre :\n${url}`,
    ),
  staff_withdrawal_proposed: ({ name = '', url = '' }: Values) =>
    mail(
      'Départ de l’équipe : seconde approbation requise',
      `${name} doit être retiré de l’équipe du portail. Une seconde personne doit donner son accord :\n${url}`,
    ),
  staff_withdrawn: () =>
    mail(
      'Votre accès est terminé',
      'Vous avez été retiré de l’équipe d’Amtsweg et ne pouvez plus vous connecter. Si vous pensez qu’il s’agit d’une erreur, adressez-vous à l’administration du portail.',
    ),
  intake_key_known_outside: ({ name = '', url = '' }: Values) =>
    mail(
      'Une personne qui avait la clé du portail est partie',
      `${name} a quitté l’équipe et connaissait la clé du portail. Ce qu’il faut faire est indiqué ici :\n${url}`,
    ),
  intake_key_proposed: ({ name = '', url = '' }: Values) =>
    mail(
      'Une nouvelle clé du portail attend sa confirmation',
      `${name} a créé une nouvelle clé pour le portail. Rien ne change encore : sous sept jours, une seconde personne doit appeler, comparer les empreintes et confirmer :\n${url}`,
      'Si vous n’en savez rien, renseignez-vous – à un numéro que vous connaissez.',
    ),
  intake_key_changed: ({ url = '' }: Values) =>
    mail(
      'Le portail a une nouvelle clé',
      `Deux personnes ont changé la clé du portail. Votre navigateur adopte la nouvelle de lui-même ; ce qui a été chiffré pour l’ancienne reste lisible. L’exploitant devrait inscrire la nouvelle empreinte dans la configuration :\n${url}`,
    ),
  key_alarm: ({ url = '' }: Values) =>
    mail(
      'ALERTE : un navigateur voit une autre clé',
      'Le navigateur d’une personne connectée a reçu une autre clé du portail que la dernière fois. Il a arrêté de chiffrer. Vérifiez immédiatement le serveur et la base de données, et comparez l’empreinte.',
      `Les détails figurent dans le journal :\n${url}`,
    ),
  message_received: ({ reference = '', intent = '', url = '' }) =>
    mail(
      intent === 'asks' ? `${reference} : message, réponse attendue` : `${reference} : nouveau message`,
      intent === 'asks'
        ? `L’autre partie a posé une question au sujet de la demande ${reference}. C’est à vous d’agir.`
        : `Il y a un nouveau message au sujet de la demande ${reference}.`,
      inPortal(url),
    ),
  deadline_reminder: ({ reference = '', url = '' }) =>
    mail(
      `${reference} : le délai expire bientôt`,
      `Le délai pour la demande ${reference} expire dans moins d’un jour. Merci de vous en occuper.`,
      inPortal(url),
    ),
  deadline_missed: ({ reference = '', url = '' }) =>
    mail(
      `EN RETARD : ${reference}`,
      `Le délai pour la demande ${reference} est dépassé. Ce message est adressé à toutes les personnes qui examinent.`,
      inPortal(url),
    ),
  answer_mail_failed: ({ reference = '', url = '' }) =>
    mail(
      `${reference} : réponse non envoyée`,
      `La réponse à la demande ${reference} n’a pas pu être envoyée par courriel. Aucun nouvel essai n’est fait. La page de la réponse indique ce qu’il faut faire maintenant.`,
      inPortal(url),
    ),
  interception_ending: ({ reference = '', days = '', url = '' }) =>
    mail(
      `${reference} : l’interception se termine dans ${days} jours`,
      `L’interception de la demande ${reference} se termine dans ${days} jours. Une prolongation exige une nouvelle demande avec une ordonnance.`,
      inPortal(url),
    ),
  daily_digest: ({ count = '', lines = '', url = '' }) =>
    mail(
      count === '1' ? 'Résumé du jour : 1 événement' : `Résumé du jour : ${count} événements`,
      'Voici ce qui s’est passé depuis le dernier résumé :',
      lines,
      `Choisissez ici ce que vous recevez aussitôt, regroupé ou pas du tout :\n${url}`,
    ),
  costs_claim_ending: ({ reference = '', days = '', url = '' }) =>
    mail(
      `${reference} : frais facturables encore ${days} jours`,
      `Le droit à indemnisation pour la demande ${reference} s’éteint dans ${days} jours. Veuillez le faire valoir avant.`,
      inPortal(url),
    ),
  mail_key_unusable: ({ url = '' }) =>
    mail(
      'Votre clé OpenPGP n’est plus utilisable',
      'Il y a une notification pour vous. Elle n’a pas pu être chiffrée avec votre clé OpenPGP, par exemple parce qu’elle a expiré. Ce message n’en donne donc pas le contenu.',
      `Déposez une clé valable ou désactivez le chiffrement :\n${url}`,
    ),
  mail_key_changed: ({ url = '' }) =>
    mail(
      'Chiffrement de vos notifications modifié',
      'La clé OpenPGP de vos notifications a été déposée, remplacée ou retirée.',
      `Si ce n’était pas vous, vérifiez aussitôt et prévenez l’administration du portail :\n${url}`,
    ),
  status_changed: ({ reference = '', status = '', url = '' }: Values) =>
    mail(
      `${reference} : ${word(statuses, status)}`,
      `Votre demande ${reference} a un nouveau statut : ${word(statuses, status)}.`,
      inPortal(url),
    ),
  answer_partial: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference} : une réponse partielle est disponible`,
      `Une réponse partielle à la demande ${reference} est disponible. D’autres suivront.`,
      inPortal(url),
    ),
  answer_expires: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference} : les fichiers de la réponse seront bientôt supprimés`,
      `Les fichiers de la réponse à la demande ${reference} seront supprimés dans moins de sept jours. Téléchargez-les avant.`,
      inPortal(url),
    ),
  correction_reminder: ({ reference = '', days = '', url = '' }: Values) =>
    mail(
      `${reference} : encore ${days} jours pour corriger`,
      `Le délai pour corriger la demande ${reference} expire dans ${days} jours.`,
      inPortal(url),
    ),
  legal_request_received: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference} : reçue`,
      `Votre demande ${reference} est arrivée. L’accusé de réception est dans le portail.`,
      inPortal(url),
    ),
  legal_request_submitted: ({ reference = '', priority = '', url = '' }: Values) =>
    mail(
      priority === 'emergency'
        ? `URGENT – nouvelle demande : ${reference}`
        : `Nouvelle demande : ${reference}`,
      priority === 'emergency'
        ? `La demande urgente ${reference} est arrivée. Veuillez l’examiner immédiatement.`
        : `La demande ${reference} est arrivée.`,
      inPortal(url),
    ),
  legal_request_handed_over: ({ reference = '', url = '' }: Values) =>
    mail(
      `${reference} : confiée à quelqu’un d’autre`,
      `La demande ${reference} a été confiée à quelqu’un d’autre dans votre service. Le portail indique qui en est chargé.`,
      inPortal(url),
    ),
  legal_request_withdrawn: ({ reference = '', url = '' }: Values) =>
    mail(`${reference} : retirée`, `L’autorité a retiré la demande ${reference}.`, inPortal(url)),
};
