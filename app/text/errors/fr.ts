import type { Catalogue } from '../catalogue.ts';
import type { de } from './de.ts';

export const fr: Catalogue<typeof de> = {
  titles: {
    notFound: 'Cette page n’existe pas',
    forbidden: 'Vous n’y êtes pas autorisé',
    failed: 'Cela n’a pas fonctionné',
  },
  codes: {
    not_found: 'Elle n’existe pas ou ne vous est pas destinée. Vérifiez l’adresse.',
    forbidden: 'Votre rôle ne le permet pas. Adressez-vous à la direction de votre service.',
    changed_meanwhile: 'Quelqu’un a été plus rapide. Rechargez la page et regardez ce qui a changé.',
    signed_out: 'Votre session a expiré. Reconnectez-vous ; rien n’est perdu.',
    too_many_tries: 'Trop de tentatives. Attendez quelques minutes, puis réessayez.',
    bad_input: 'Il manque des indications ou certaines ne conviennent pas. Vérifiez votre saisie.',
    file_exists: 'Le serveur a déjà une autre version de ce fichier. Supprimez-le et ajoutez-le de nouveau.',
    file_gone: 'Ce fichier n’est plus sur le serveur. Supprimez-le et ajoutez-le de nouveau.',
    file_refused: 'Le serveur n’a pas accepté le fichier chiffré. Supprimez-le et ajoutez-le de nouveau.',
    file_submitted:
      'Ce fichier fait partie d’une version déposée et reste tel quel. Ajoutez-le de nouveau si quelque chose doit changer.',
    file_too_large: 'Le fichier dépasse la taille autorisée. Divisez-le.',
    files_incomplete:
      'Au moins une pièce jointe n’est pas encore complète. Attendez que toutes soient terminées.',
    not_editable: 'Cette demande ne peut pas être modifiée dans son état actuel.',
    team_keys_missing:
      'Il manque une clé : celle de votre service ou celle du fournisseur. Veuillez attendre l’admission de votre service.',
    too_many_files:
      'Le nombre maximal de pièces jointes est atteint. Supprimez-en une ou regroupez des fichiers.',
    unknown:
      'Une erreur s’est produite sur le serveur. Vos indications sont conservées. Réessayez dans une minute.',
  },
  toStart: 'Vers la page d’accueil',
};
