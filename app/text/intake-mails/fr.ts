import type { de } from './de.ts';

export const fr: typeof de = {
  plain_mail_refused: ({ provider, portal, address, fingerprint }) => ({
    subject: 'Votre courriel non chiffré n’a pas été accepté',
    text: [
      'Bonjour,',
      `Votre courriel à ${provider} n’était pas chiffré. Nous ne sommes pas autorisés à recevoir des demandes de renseignements et des ordonnances par cette voie : elles doivent être transmises avec une protection conforme à l’état de la technique (§ 31 TKÜV, § 174, al. 7 TKG, Allemagne). Nous n’avons ni lu ni conservé le contenu ; si votre demande est toujours actuelle, veuillez l’envoyer à nouveau par l’une de ces voies :`,
      `1. Par le portail, sans logiciel supplémentaire : ${portal}\nL’inscription prend environ cinq minutes. Votre navigateur chiffre tout, et vous voyez à tout moment où en est votre demande.`,
      `2. Chiffré avec OpenPGP, à ${address}. Notre clé est jointe. Veuillez comparer son empreinte :\n${fingerprint}\nJoignez votre propre clé publique pour que nous puissions vous répondre.`,
    ].join('\n\n'),
  }),
  mail_unreadable: ({ provider, portal, address, fingerprint }) => ({
    subject: 'Votre courriel chiffré n’a pas pu être ouvert',
    text: [
      'Bonjour,',
      `Votre courriel chiffré à ${provider} n’a pas pu être ouvert : il est arrivé incomplet, était destiné à une autre clé ou chiffré selon un autre procédé. Nous vous prions d’excuser ce désagrément.`,
      `Veuillez l’envoyer à nouveau, chiffré avec OpenPGP, à ${address}. Notre clé est jointe. Son empreinte :\n${fingerprint}`,
      `Ou utilisez le portail ; il n’y a rien à installer : ${portal}`,
    ].join('\n\n'),
  }),
  key_wanted: ({ provider, portal, address, fingerprint }) => ({
    subject: 'Nous avons besoin de votre clé publique OpenPGP',
    text: [
      'Bonjour,',
      `${provider} a reçu votre courrier et souhaite vous répondre de manière chiffrée. Il nous manque pour cela votre clé publique OpenPGP.`,
      `Veuillez l’envoyer à ${address}, si possible dans un courriel chiffré avec notre clé. Elle est jointe. Son empreinte :\n${fingerprint}\nNe nous envoyez jamais votre clé privée.`,
      `Si vous n’avez pas de clé, veuillez utiliser le portail : ${portal}`,
    ].join('\n\n'),
  }),
  portal_invitation: ({ provider, portal }) => ({
    subject: 'Votre accès au portail pour les autorités',
    text: [
      'Bonjour,',
      `${provider} reçoit les demandes des autorités dans un portail et y met les réponses à disposition : ${portal}`,
      'L’inscription prend environ cinq minutes. Il vous faut votre adresse électronique professionnelle et un ordinateur sur lequel vous pouvez créer une clé d’accès (passkey). Nous vérifions votre autorité et vous admettons. Votre navigateur chiffre tout ; il n’y a rien à installer.',
    ].join('\n\n'),
  }),
  answer_sent: ({ provider, portal }) => ({
    subject: 'La réponse à votre demande',
    text: [
      'Madame, Monsieur,',
      `${provider} a répondu à votre demande. La réponse est jointe : chaque fichier est chiffré avec OpenPGP pour votre clé. Le nom des fichiers y figure, chiffré.`,
      `Ouvrez-les avec le programme avec lequel vous utilisez votre clé, par exemple : gpg --decrypt 02.pgp > reponse\nLe fichier 01.pgp est le certificat d’authenticité (PDF). manifest.pgp énumère tous les fichiers avec leurs sommes de contrôle, signé avec notre clé.`,
      `Veuillez enregistrer les fichiers sans tarder ; nous ne les conservons que peu de temps. Les réponses plus grandes sont mises à disposition dans le portail : ${portal}`,
    ].join('\n\n'),
  }),
};
