import type { Catalogue } from '#app/text/catalogue.ts';
import type * as de from './de.ts';

export const check: Catalogue<typeof de.check> = {
  title: 'Vérifier les indications',
  lead: 'Relisez tout une dernière fois. Après la transmission, cette version ne pourra plus être modifiée.',
  change: 'Modifier',
  changeWhat: (section) => `Modifier : ${section}`,
  notGiven: 'non indiqué',
  missingTitle: 'Il manque encore',
  missing: (field, problem) => `« ${field} » : ${problem}`,
  missingTarget: (row, part, problem) =>
    part === '' ? `Identifiant ${row} : ${problem}` : `Identifiant ${row}, ${part} : ${problem}`,
  forbiddenTitle: 'La demande ne peut pas être transmise ainsi',
  unfinishedUpload: (name) =>
    `« ${name} » n’est pas encore entièrement envoyé. Attendez la fin de l’envoi ou retirez le fichier.`,
  warningsTitle: 'À examiner',
  warningsIntro:
    'Ces points n’empêchent pas la transmission. Corrigez l’indication ou écrivez pourquoi elle est exacte. Les personnes chargées de l’examen liront votre explication.',
  reason: 'Pourquoi est-ce exact ?',
  reasonMissing: 'Écrivez une phrase à ce sujet ou modifiez l’indication.',
  noReasonNeeded: 'Votre explication figure déjà dans le formulaire.',
  toAnswer: 'Aller à l’indication',
  reviewerSeesChanges:
    'Les personnes chargées de l’examen voient ce que vous avez modifié par rapport à la version précédente.',
};

export const sending: Catalogue<typeof de.sending> = {
  title: 'Déclaration et signature',
  declaration:
    'Je suis habilité(e) à présenter cette demande au nom de mon autorité. Les indications sont complètes et exactes.',
  declarationMissing: 'Confirmez la déclaration.',
  explanation:
    'Vous signez avec votre clé d’accès. La signature vaut exactement pour ces indications et ces fichiers : si quoi que ce soit est modifié, interverti ou omis, elle ne correspond plus.',
  button: 'Signer et transmettre',
  steps: {
    saving: 'Le brouillon est en cours d’enregistrement…',
    sealing: 'La demande est en cours de chiffrement…',
    signing: 'Veuillez signer avec votre clé d’accès…',
    sending: 'La demande est en cours de transmission…',
  },
  failedTitle: 'La demande n’a pas été transmise',
  stillThere: 'Toutes les indications et tous les fichiers sont encore là.',
  problems: {
    notReady: 'Il manque encore des indications. La liste ci-dessus montre lesquelles.',
  },
};

export const receipt: Catalogue<typeof de.receipt> = {
  title: 'Votre demande a été transmise',
  titleLater: (reference) => `Accusé de réception de ${reference}`,
  reference: 'Numéro',
  submittedAt: 'Reçue',
  submittedBy: 'Signée par',
  category: 'Catégorie de données',
  fileNumber: 'Numéro de dossier',
  revision: 'Version',
  files: 'Fichiers chiffrés',
  fileCount: (count) => (count === 0 ? 'aucun' : count === 1 ? '1 fichier' : `${count} fichiers`),
  manifest: 'Somme de contrôle de la version',
  next: (due) =>
    `Nous examinerons votre demande d’ici au ${due}. Vous recevrez un courriel en cas de changement.`,
  nextWithoutDate: 'Vous recevrez un courriel en cas de changement.',
  provesTitle: 'Ce que prouve cet accusé de réception',
  proves: [
    'quelle version vous avez transmise et quand elle a été reçue ;',
    'que personne ne l’a depuis modifiée, tronquée ou intervertie : chaque partie chiffrée y figure avec sa somme de contrôle ;',
    'que vous avez signé avec votre clé d’accès et que le fournisseur a confirmé la réception.',
  ],
  provesHow:
    'L’accusé de réception ne contient aucune donnée de l’affaire. Il peut être vérifié des années plus tard sans ce portail ; il faut pour cela le fichier et la clé publique du fournisseur.',
  serverKey: 'Clé publique du fournisseur pour les accusés de réception (Ed25519)',
  print: 'Imprimer',
  download: 'Enregistrer l’accusé de réception (JSON)',
  toRequest: 'Vers la demande',
  continueTitle: 'Vous faut-il d’autres données dans cette affaire ?',
  continueText:
    'Commencez une demande portant sur une autre catégorie de données. Le numéro de dossier, les identifiants, les faits et la personne à contacter sont repris.',
  continueWith: (category) => `Continuer : ${category}`,
};
