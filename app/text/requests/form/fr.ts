import type { Catalogue } from '#app/text/catalogue.ts';
import type * as de from './de.ts';

export const draft: Catalogue<typeof de.draft> = {
  opening: 'Le brouillon est en cours de déchiffrement…',
  openFailedTitle: 'Le brouillon ne s’ouvre pas',
  openFailed:
    'Il est enregistré, mais n’a pas pu être déchiffré ici. Rechargez la page et déverrouillez vos clés.',
  again: 'Réessayer',
  status: {
    unchanged: 'Enregistré pendant la saisie',
    saved: (time) => `Enregistré à ${time}`,
    saving: 'Enregistrement…',
    retrying: 'Non enregistré – nouvel essai en cours',
    stopped: 'Non enregistré – veuillez confirmer votre identité',
    conflict: 'Non enregistré – il existe une version plus récente',
    refused: 'Non enregistré',
  },
  explanation:
    'L’enregistrement est chiffré, pour votre autorité seulement. Vos collègues peuvent poursuivre le brouillon.',
  conflict: {
    title: 'Il existe une version plus récente',
    text: (name, time) =>
      `${name} a enregistré ce brouillon à ${time} dans une autre fenêtre. Pour que rien ne se perde, rien n’est plus enregistré ici avant que vous ayez choisi.`,
    takeNewer: 'Reprendre la version plus récente',
    takeNewerHint: 'Ce que vous avez écrit depuis dans cette fenêtre sera perdu.',
    keepMine: 'Garder ma version',
    keepMineHint: 'Elle remplace la version plus récente.',
  },
  discarded: {
    title: 'Ce brouillon a été supprimé',
    text: 'Quelqu’un d’autre l’a supprimé entre-temps. Ce que vous avez écrit est encore dans cette fenêtre.',
    keepMine: 'Enregistrer ma version',
    giveUp: 'Ne pas enregistrer',
  },
};

export const taskList: Catalogue<typeof de.taskList> = {
  title: (category) => `Demande : ${category}`,
  correctionTitle: (reference) => `Corriger ${reference}`,
  lead: 'Remplissez les parties dans l’ordre de votre choix. Vous pouvez vous interrompre à tout moment.',
  sections: 'Parties',
  progress: (done, total) => `${done} parties sur ${total} sont terminées`,
  states: {
    not_started: 'Pas encore commencé',
    incomplete: 'Incomplet',
    complete: 'Terminé',
    optional: 'Facultatif',
    faulty: 'À vérifier',
    finding: 'Contesté',
    uploading: 'En cours d’envoi',
  },
  checkTitle: 'Vérifier et transmettre',
  check: 'Vérifier les indications',
  discard: 'Supprimer le brouillon',
  discardCorrection: 'Abandonner la correction',
  discardTitle: 'Supprimer le brouillon ?',
  discardText:
    'Toutes les indications et tous les fichiers de ce brouillon seront supprimés. C’est irréversible.',
  discardCorrectionText:
    'Vos modifications seront supprimées. La demande transmise reste telle quelle ; vous pouvez recommencer la correction jusqu’à la fin du délai.',
  discardYes: 'Oui, supprimer',
};

export const section: Catalogue<typeof de.section> = {
  back: 'Retour à l’aperçu',
  next: 'Continuer',
  later: 'Compléter plus tard',
  example: (example) => `Exemple : ${example}`,
  allSealed:
    'Toutes les indications de cette page sont chiffrées sur votre appareil. Seules votre autorité et les personnes chargées de l’examen peuvent les lire.',
  partlySealed: (labels) =>
    `Le serveur peut lire : ${labels}. Il en a besoin pour attribuer la demande et rappeler les délais. Tout le reste est chiffré sur votre appareil ; seules votre autorité et les personnes chargées de l’examen peuvent le lire.`,
  readOfTargets: 'nombre d’identifiants',
  readOfFiles: 'nombre, type et taille des fichiers',
  quoted: (label) => `« ${label} »`,
  charactersLeft: (count) => `Encore ${count} caractères`,
  charactersOver: (count) => `${count} caractères de trop`,
  notAsked: 'Cette partie ne fait pas partie de votre demande',
  notAskedText: 'D’après vos indications, elle n’est pas nécessaire. Allez à l’aperçu pour continuer.',
  choose: 'Veuillez choisir',
  otherTimeZones: 'Tous les fuseaux horaires',
  usualTimeZones: 'Fuseaux horaires courants',
  findingOverall: 'Remarque sur l’ensemble de la demande',
  changed: 'modifié par vous',
  whatToDo: 'Ce que vous pouvez faire',
};

export const legalBasis: Catalogue<typeof de.legalBasis> = {
  filter: 'Restreindre la liste',
  filterHint: 'Article, loi ou mot-clé, par exemple « 100j »',
  found: (count) => (count === 1 ? '1 disposition' : `${count} dispositions`),
  none: 'Aucune disposition ne correspond à ce mot. Effacez-le pour les voir toutes.',
  foreignHint:
    'Vous voyez les dispositions qui correspondent à votre voie. Si aucune ne convient, vérifiez la voie.',
  noneAtAllTitle: 'Il n’existe ici aucune disposition pour votre autorité',
  noneAtAll:
    'Les autorités hors d’Allemagne ne peuvent recevoir ces données que si elles poursuivent des infractions. Sinon, demandez l’assistance de l’autorité allemande compétente pour votre mission : elle présente alors elle-même la demande. Si votre autorité est mal classée chez nous, écrivez à ceux qui vous ont confirmé.',
};

export const targets: Catalogue<typeof de.targets> = {
  one: (number) => `Identifiant ${number}`,
  remove: (number) => `Retirer l’identifiant ${number}`,
  removeShort: 'Retirer',
  add: 'Ajouter un identifiant',
  count: (count) => (count === 1 ? '1 identifiant' : `${count} identifiants`),
  import: 'Plusieurs identifiants à la fois',
  paste: 'Lignes d’un tableau',
  file: 'Fichier CSV',
  take: 'Reprendre les lignes',
  fileUnreadable: 'Ce fichier ne se lit pas comme du texte. Enregistrez le tableau au format CSV (UTF-8).',
  fieldNotEmpty:
    'Il reste des lignes dans le champ. Reprenez-les ou supprimez-les d’abord, puis chargez le fichier.',
  fileTooLarge: 'Ce fichier dépasse 1 Mo. Ne choisissez que les lignes nécessaires.',
  stillThere: 'Les lignes erronées sont encore dans le champ. Corrigez-les et reprenez-les.',
  leaving: {
    title: 'Ces lignes ne sont pas encore reprises',
    text: 'Il reste des lignes dans le champ « Lignes d’un tableau ». Si vous quittez la page, elles seront perdues.',
    stay: 'Rester ici',
    leave: 'Continuer sans ces lignes',
  },
};
