import type { Catalogue } from '../catalogue.ts';
import type { de } from './de.ts';

const again = 'Supprimez le fichier et ajoutez-le de nouveau.';

export const fr: Catalogue<typeof de> = {
  title: 'Pièces jointes',
  choose: 'Choisir des fichiers',
  dropHere: 'Ou déposez des fichiers dans ce cadre.',
  limits: (maxFiles, maxSize) =>
    `Tous les types de fichiers, jusqu’à ${maxFiles} fichiers de ${maxSize} au plus chacun. Les fichiers et leurs noms sont chiffrés sur votre appareil avant de le quitter.`,
  empty: 'Aucune pièce jointe pour le moment.',
  kind: 'Nature de la pièce',
  states: {
    queued: 'En attente d’une place libre',
    locked: 'En attente du déverrouillage de votre clé',
    running: 'Chiffrement et envoi en cours',
    checking: (percent) => `Comparaison du fichier : ${percent} %`,
    retrying: 'Serveur injoignable – nouvel essai automatique',
    paused: 'En pause',
    needs_file: 'Veuillez choisir de nouveau le même fichier',
    failed: 'Non envoyé',
    complete: 'Envoyé, chiffré',
  },
  needsFileHint:
    'La page a été rechargée avant que le fichier soit entièrement chiffré. Ce qui est déjà envoyé est conservé.',
  sent: (sent, total) => `${sent} sur ${total}`,
  speed: (perSecond) => `${perSecond}/s`,
  timeLeft: (seconds) => {
    if (seconds < 60) return 'moins d’une minute restante';
    const minutes = Math.round(seconds / 60);
    if (minutes < 90)
      return minutes === 1 ? 'environ une minute restante' : `environ ${minutes} minutes restantes`;
    return `environ ${Math.round(minutes / 60)} heures restantes`;
  },
  actions: {
    pause: 'Suspendre',
    resume: 'Reprendre',
    cancel: 'Annuler',
    retry: 'Réessayer',
    retryNow: 'Essayer maintenant',
    remove: 'Supprimer',
    chooseAgain: 'Choisir le fichier',
  },
  actionFor: (action, name) => `${action} : ${name}`,
  announce: {
    complete: (name) => `${name} a été envoyé, chiffré.`,
    failed: (name) => `${name} n’a pas été envoyé.`,
    needs_file: (name) => `Veuillez choisir de nouveau ${name}.`,
    removed: (name) => `${name} a été supprimé.`,
  },
  rejected: 'Non ajouté',
  rejections: {
    too_large: (name, maxSize) => `${name} dépasse ${maxSize}. Divisez le fichier.`,
    too_many: (name, maxFiles) => `${name} : plus de ${maxFiles} pièces jointes ne sont pas possibles.`,
    listed_already: (name) => `${name} est déjà dans la liste.`,
  },
  kindNotSaved: 'La nature de la pièce n’a pas pu être modifiée. Réessayez.',
  failures: {
    damaged: `Ce qui est arrivé sur le serveur diffère de ce qui a été envoyé. ${again}`,
    draft_not_saved: 'Le brouillon n’a pas pu être enregistré, l’envoi est donc arrêté. Réessayez.',
    open_elsewhere:
      'Ce fichier est en cours d’envoi dans une autre fenêtre. Continuez là-bas ; ou fermez cette fenêtre-là et rechargez cette page.',
    signed_out:
      'Votre session a expiré. Connectez-vous dans une autre fenêtre, puis réessayez ici. Rien n’est perdu.',
    unreachable: 'Le serveur est injoignable. Un nouvel essai a lieu automatiquement.',
    cancelled: 'L’opération a été annulée.',
    compressed_too_far:
      'Le fichier est compressé de façon inhabituelle et n’est pas ouvert, pour votre protection.',
    download_failed: 'Le fichier n’a pas pu être téléchargé. Vérifiez la connexion et réessayez.',
    file_changed:
      'Ce n’est pas le même fichier qu’auparavant, ou il a été modifié entre-temps. Choisissez le fichier inchangé, ou supprimez cette entrée et ajoutez la nouvelle version.',
    file_needed: 'Veuillez choisir de nouveau le même fichier.',
    file_unreadable:
      'Le fichier ne peut pas être lu. Vérifiez qu’il est toujours à sa place et qu’aucun programme ne le verrouille.',
    hash_mismatch:
      'Le fichier ne correspond pas à la liste signée et n’est donc pas ouvert. Veuillez en informer l’administration.',
    message_damaged: 'Le fichier est endommagé et n’est pas ouvert.',
    message_unsupported: 'Le fichier est chiffré d’une manière qui ne peut pas être lue ici.',
    not_for_us: 'Ce fichier n’est pas chiffré pour votre clé.',
    resume_impossible: `Impossible de continuer à cet endroit. ${again}`,
    storage_full: 'Il n’y a pas assez de place sur cet appareil. Libérez environ 200 Mo et réessayez.',
    storage_unavailable:
      'Le navigateur ne donne pas accès à son espace de stockage. Ouvrez le portail hors du mode privé.',
    too_large: 'Le fichier dépasse la taille autorisée. Divisez-le.',
    worker_failed:
      'Le chiffrement s’est arrêté de façon inattendue. Rien n’a été envoyé sans chiffrement. Réessayez.',
  },
  viewer: {
    open: 'Ouvrir',
    openFile: (name) => `Ouvrir ${name}`,
    close: 'Fermer',
    save: 'Télécharger',
    downloading: 'Téléchargement et vérification',
    opening: 'Déchiffrement',
    rendering: 'Préparation de l’affichage',
    retry: 'Réessayer',
    document: (name) => `Document ${name}`,
    pageTitle: (page, pages) => `Page ${page} sur ${pages}`,
    page: 'Page',
    of: (pages) => `sur ${pages}`,
    previous: 'Page précédente',
    next: 'Page suivante',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    zoom: (percent) => `${percent} %`,
    noText: 'Cette page ne contient pas de texte lisible ; elle a sans doute été numérisée.',
    textOfPage: 'Texte de cette page',
    textCut: 'Le texte est long et seul le début est affiché. Téléchargez le fichier pour tout lire.',
    notShown: 'Ce type de fichier n’est pas affiché ici. Vous pouvez le télécharger.',
    downloadWarning:
      'Le fichier téléchargé n’est plus chiffré. Ouvrez-le uniquement avec des programmes fiables et supprimez-le ensuite.',
    broken:
      'Le fichier ne peut pas être affiché. Il est peut-être endommagé ou protégé par un mot de passe. Vous pouvez le télécharger.',
    safe: 'Votre navigateur a vérifié et déchiffré le fichier. Il est affiché sans programmes et sans connexion au réseau.',
  },
};
