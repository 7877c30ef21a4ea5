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
    unknown: 'Une erreur s’est produite sur le serveur. Vos indications sont conservées. Réessayez dans une minute.',
  },
  toStart: 'Vers la page d’accueil',
};
