import type { Catalogue } from '../catalogue.ts';
import type { de } from './de.ts';

export const fr: Catalogue<typeof de> = {
  start: {
    title: 'Demandes légales par la voie officielle',
    lead: (provider) =>
      `Ici, les autorités adressent leurs demandes légales à ${provider} : complètes, chiffrées et traçables.`,
    forWhom: {
      title: 'À qui s’adresse ce portail ?',
      text: 'À la police, au parquet, aux douanes, à la protection de la Constitution, aux services de renseignement et aux autres autorités que la loi habilite à demander des informations. Les particuliers et les cabinets d’avocats s’adressent directement au fournisseur.',
    },
    how: {
      title: 'Comment cela se passe',
      steps: [
        {
          title: 'S’inscrire une fois',
          text: 'Adresse électronique officielle, service et clé d’accès : environ cinq minutes. Nous vérifions ensuite votre autorité.',
        },
        {
          title: 'Rédiger la demande',
          text: 'Un formulaire par type de données ne demande que le nécessaire et indique tout de suite ce qui manque. Votre brouillon est enregistré en continu.',
        },
        {
          title: 'Examen par deux personnes',
          text: 'Le délégué à la protection des données et le service juridique examinent la demande. S’il manque quelque chose, vous voyez exactement quoi et où.',
        },
        {
          title: 'Lire la décision',
          text: 'Chaque étape figure dans votre aperçu ; nous vous informons de chaque changement par courriel, sans révéler de contenu.',
        },
      ],
    },
    need: {
      title: 'Ce qu’il vous faut',
      items: [
        'une adresse électronique officielle, pas de messagerie gratuite',
        'un ordinateur avec Windows Hello ou Touch ID, une clé de sécurité ou un téléphone mobile comme clé d’accès',
        'le numéro de dossier et, si nécessaire, l’ordonnance en PDF ou numérisée',
      ],
    },
    categories: { title: 'De quelles données avez-vous besoin ?', legalBases: 'Bases légales et conditions' },
    sealed: {
      title: 'Seuls vous et les examinateurs pouvez lire',
      text: 'Vos réponses, pièces jointes et messages sont chiffrés dans votre navigateur avant de le quitter. L’exploitant du serveur ne peut pas les lire.',
      link: 'Comment cela est protégé',
    },
    report: {
      title: 'Combien de demandes ?',
      text: 'Chaque année, nous publions combien de demandes sont arrivées, d’où, et avec quel résultat.',
      link: 'Vers le rapport de transparence',
    },
    continue: 'Continuer vers votre espace',
    register: 'S’inscrire',
    signIn: 'Se connecter',
    emergency: {
      title: 'Péril en la demeure ?',
      text: 'Choisissez « urgence » dans le formulaire. La permanence est avertie immédiatement.',
    },
  },
  category: {
    contains: 'Que recevez-vous ?',
    legalBases: 'Sur quoi pouvez-vous vous fonder ?',
    legalBasesList: 'Bases légales dans le formulaire',
    notIncluded: 'Qu’est-ce qui n’en fait pas partie ?',
    columns: { citation: 'Disposition', purpose: 'Pour quoi' },
    above: 'Type de données',
    legalBasesHint:
      'Vous en choisissez une dans le formulaire ; il n’affiche que celles qui valent pour votre autorité.',
    whoMayOrder: 'Qui peut ordonner la mesure ?',
    attach: 'Que faut-il joindre ?',
    duration: 'Combien de temps cela prend-il ?',
    start: 'Commencer une demande',
    other: 'Autres types de données',
    version: (name) => `Règles ${name}. Ceci n’est pas un conseil juridique.`,
  },
  key: {
    title: 'Clé publique',
    lead: 'Avec cette clé, votre navigateur chiffre tout ce qui est destiné au fournisseur. Vous pouvez aussi l’utiliser pour chiffrer des courriels avec OpenPGP.',
    fingerprint: 'Empreinte',
    fingerprintHint:
      'Comparez-la avec l’empreinte que vous avez reçue par une autre voie, par exemple au téléphone.',
    former: 'Anciennes clés – elles ont certifié celle qui a suivi et ne doivent plus être utilisées :',
    owner: 'Titulaire',
    made: 'Créée le',
    download: 'Télécharger la clé',
    directory: 'Les logiciels la trouvent aussi d’eux-mêmes dans le Web Key Directory de ce portail.',
    none: 'Il n’y a pas encore de clé',
    noneText: 'Ce portail est en cours d’installation. D’ici là, aucune demande ne peut être faite.',
  },
  trust: {
    title: 'Sécurité',
    lead: 'Ce qui est protégé, contre quoi, et comment vous pouvez le vérifier.',
    sections: [
      {
        title: 'Chiffré avant de quitter votre navigateur',
        text: 'Les réponses, les pièces jointes, les noms de fichiers et les textes libres sont chiffrés avec OpenPGP dans votre navigateur pour exactement deux destinataires : le fournisseur et votre autorité. Le serveur n’accepte que des données chiffrées et n’en détient aucune clé.',
      },
      {
        title: 'Ce que le serveur peut lire',
        text: 'Pour orienter, rappeler et compter : type de données, urgence, numéro de dossier, base légale, nature de l’organe ordonnateur, date de l’ordonnance, période, nombre d’identifiants, nature des pièces jointes et fin d’une obligation de silence. Rien d’autre.',
      },
      {
        title: 'Connexion par clé d’accès uniquement',
        text: 'Il n’y a pas de mot de passe à deviner, à voler ou à saisir sur une fausse page. La même clé d’accès ouvre votre clé personnelle.',
      },
      {
        title: 'Autorités vérifiées',
        text: 'Une nouvelle autorité est rappelée à un numéro trouvé de façon indépendante ; deux personnes du fournisseur l’approuvent. Sa clé est certifiée en même temps.',
      },
      {
        title: 'Étapes signées',
        text: 'L’envoi et la décision sont signés avec la clé d’accès. La signature vaut exactement pour ce contenu et se vérifie plus tard sans ce portail. Votre accusé de réception contient la preuve.',
      },
      {
        title: 'Ce que nous ne pouvons pas empêcher',
        text: 'Qui utilise votre ordinateur déverrouillé voit ce que vous voyez. Qui modifierait à votre insu les programmes de ce portail pourrait lire ; c’est pourquoi ils sont livrés sans élément tiers et leur code source est ouvert.',
      },
    ],
    reportTitle: 'Une faille trouvée ?',
    report: 'Écrivez au fournisseur, de façon chiffrée ; sa clé figure sur la page de la clé.',
  },
  accessibility: {
    title: 'Déclaration d’accessibilité',
    lead: 'Ce portail doit être utilisable par tous : au clavier, avec un lecteur d’écran et avec un zoom de 200 %.',
    sections: [
      {
        title: 'État',
        text: 'L’objectif est la conformité aux WCAG 2.2 AA, à l’EN 301 549 et à la BITV 2.0. Chaque page est vérifiée automatiquement à chaque modification. Un contrôle par un organisme indépendant reste à faire.',
      },
      {
        title: 'Limites connues',
        text: 'Les ordonnances numérisées que les autorités téléversent sont des images et ne sont pas lues à voix haute. Les boîtes de dialogue des clés d’accès appartiennent au navigateur et au système.',
      },
      {
        title: 'Vos remarques',
        text: 'Si vous rencontrez un obstacle, les mentions légales indiquent le service qui le supprime.',
      },
    ],
  },
  operatorText: {
    imprint: 'Mentions légales',
    privacy: 'Protection des données',
    missing: 'L’exploitant de ce portail fournit ce texte.',
    demo: 'Ceci est une démonstration sur votre propre ordinateur. Il n’y a pas d’exploitant, et aucune donnée ne le quitte.',
  },
  demoMail: {
    title: 'Courrier de la démonstration',
    lead: 'La démonstration n’envoie rien. Voici ce qui serait envoyé, le plus récent en premier.',
    empty: 'Pas encore de courrier',
    emptyText: 'Inscrivez-vous avec une adresse électronique : le code de confirmation apparaît ici.',
    to: 'À',
  },
};
