import type { Catalogue } from '../catalogue.ts';
import type { account as de } from './account-de.ts';

export const account: Catalogue<typeof de> = {
  title: 'Mon compte',
  recover: {
    title: 'Rétablir votre compte',
    lead: 'Avec le code de secours, vous créez une nouvelle clé d’accès. Le code ne nous est pas transmis : votre navigateur ouvre vos clés avec lui.',
    consequences:
      'Toutes les clés d’accès et sessions précédentes se terminent.\nVous recevez un nouveau code ; l’ancien n’est plus valable.\nUne seconde personne – le responsable de votre unité ou notre administration – doit confirmer que c’est bien vous.',
    label: 'Code de secours',
    hint: 'Sept groupes de quatre caractères. Majuscules, minuscules et tirets sont sans importance.',
    passkeyLead:
      'Le code est correct. Créez maintenant une nouvelle clé d’accès sur cet appareil ou sur une clé de sécurité.',
    newCodeTitle: 'Votre nouveau code de secours',
    failed: 'Cela ne fonctionne pas',
    lostTooTitle: 'Vous n’avez plus le code non plus ?',
    lostToo:
      'Demandez au responsable de votre unité de vous donner un nouvel accès sous « Collègues ». Si vous êtes vous-même responsable, ou membre du fournisseur, appelez l’administration du portail (numéro dans les mentions légales).\nUne seconde personne doit donner son accord. Vous recevez alors à votre adresse officielle un lien pour créer une nouvelle clé d’accès.\nAprès un appel, vous êtes admis de nouveau. Votre rôle et les demandes de votre unité restent ; vous pourrez les lire dès qu’une personne qui possède la clé ouvrira le portail.',
  },
  profile: {
    title: 'Vos indications',
    verified:
      'Le nom, l’adresse e-mail et l’autorité ont été vérifiés et ne changent plus. L’administration du portail modifie les rôles. Si vous avez une nouvelle adresse, inscrivez-vous de nouveau avec elle.',
    name: 'Nom',
    email: 'Adresse e-mail',
    team: 'Autorité ou entreprise',
    role: 'Rôle',
    saved: 'Enregistré',
  },
  language: {
    title: 'Langue',
    label: 'Langue des pages et des e-mails',
  },
  passkeys: {
    title: 'Clés d’accès',
    lead: 'Une seconde clé d’accès sur un autre appareil évite de rester à la porte.',
    name: 'Nom',
    made: 'Créée',
    used: 'Dernière utilisation',
    never: 'jamais',
    withoutPrf: 'ne déverrouille pas les clés ; il faut la phrase secrète',
    rename: 'Renommer',
    renameLabel: (name) => `Nouveau nom pour « ${name} »`,
    revoke: 'Supprimer',
    revokeTitle: (name) => `Supprimer la clé d’accès « ${name} » ?`,
    revokeText:
      'Plus personne ne peut se connecter avec elle, et les sessions ouvertes avec elle se terminent. Supprimez-la ensuite aussi sur l’appareil.',
    last: 'La seule clé d’accès ne peut pas être supprimée.',
    added: 'La clé d’accès est créée.',
  },
  sessions: {
    title: 'Appareils connectés',
    lead: 'Les sessions se terminent après deux heures sans utilisation, au plus tard après douze heures.',
    device: 'Appareil',
    since: 'Connecté depuis',
    seen: 'Dernière utilisation',
    current: 'cet appareil',
    end: 'Déconnecter',
    endOthers: 'Déconnecter tous les autres',
  },
  recovery: {
    title: 'Code de secours',
    lead: 'Avez-vous égaré le code, ou quelqu’un a-t-il pu le voir ? Prenez-en un nouveau ; l’ancien n’est alors plus valable. Le navigateur demande d’abord votre clé d’accès.',
    create: 'Créer un nouveau code',
    done: 'Le nouveau code est valable dès maintenant.',
  },
  keys: {
    title: 'Clés',
    lead: 'Lisez les empreintes au téléphone lorsque quelqu’un vérifie votre autorité ou votre accès. Votre navigateur les a calculées à partir de vos clés.',
    person: 'Empreinte de votre propre clé',
    team: 'Empreinte de la clé de votre équipe',
    portal: 'Empreinte de la clé du portail',
    exportTitle: 'Exporter la clé de l’équipe pour GnuPG',
    exportLead:
      'Elle permet de lire hors du portail ce qui a été chiffré pour votre équipe. Qui possède le fichier et la phrase secrète lit tout. Ne le faites que si c’est nécessaire ; l’opération est consignée.',
    exportButton: 'Exporter la clé',
    exported: 'Le fichier a été enregistré. Supprimez-le dès que vous n’en avez plus besoin.',
    exportWhy: 'Le fichier est verrouillé par une phrase secrète',
    exportWhyText: 'Ne transmettez jamais la phrase secrète par le même moyen que le fichier.',
  },
};
