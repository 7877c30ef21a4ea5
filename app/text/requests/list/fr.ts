import type { Catalogue } from '#app/text/catalogue.ts';
import type * as de from './de.ts';

export const list: Catalogue<typeof de.list> = {
  title: 'Demandes de votre autorité',
  newRequest: 'Commencer une nouvelle demande',
  filter: 'Restreindre la liste',
  status: 'État',
  category: 'Catégorie de données',
  who: 'Chargé du dossier',
  whoAll: 'Tout le service',
  whoMine: 'Moi',
  fileNumber: 'Numéro de dossier',
  fileNumberHint: 'Ou une partie',
  all: 'Toutes',
  more: 'État, catégorie de données, chargé du dossier',
  apply: 'Afficher',
  reset: 'Tout afficher',
  caption: 'Demandes, les plus récentes d’abord',
  columns: {
    reference: 'Numéro',
    fileNumber: 'Numéro de dossier',
    category: 'Catégorie de données',
    status: 'État',
    turn: 'À qui d’agir',
    deadline: 'Prochaine échéance',
  },
  draftName: 'Brouillon',
  draftFileNumber: 'chiffré',
  startedBy: (name, date) => `chez ${name}, commencé le ${date}`,
  since: (date) => `depuis le ${date}`,
  noDeadline: 'aucune',
  emergency: 'Urgence',
  turns: { agency: 'Vous', provider: 'Fournisseur', nobody: 'personne' },
  deadlines: {
    answer: (date) => `${date} : réponse`,
    paused: 'suspendu jusqu’à votre réponse',
    firstLook: (date) => `${date} : premier examen`,
    correction: (date) => `${date} : correction`,
  },
  empty: {
    title: 'Votre autorité n’a pas encore présenté de demande',
    text: 'Commencez une demande et choisissez les données dont vous avez besoin. Vous pouvez vous interrompre à tout moment ; tout est enregistré au fur et à mesure.',
  },
  nothingFound: {
    title: 'Aucune demande ne correspond à ce choix',
    text: 'Modifiez le choix ou affichez tout. Un brouillon ne se trouve pas par son numéro de dossier : celui-ci reste chiffré jusqu’à la transmission.',
  },
  pages: 'Autres pages',
};

export const start: Catalogue<typeof de.start> = {
  title: 'De quelles données avez-vous besoin ?',
  lead: 'Une demande porte sur une catégorie de données. S’il vous en faut plusieurs, nous vous proposerons, après la transmission, de continuer avec la suivante sous le même numéro de dossier.',
  legend: 'Catégorie de données',
  attach: (what) => `À joindre : ${what}`,
  moreTitle: 'Bases légales, pièces nécessaires et délais',
  more: (name) => `En savoir plus : ${name}`,
  begin: 'Continuer',
  choose: 'Choisissez une catégorie de données.',
  routeLegend: 'Par quelle voie votre demande est-elle recevable ?',
  routeMissing: 'Choisissez la voie. Sans elle, nous ne pouvons pas accepter votre demande.',
  routeUnfit:
    'Cette catégorie de données n’existe pas par cette voie. Une interception n’est possible que par l’entraide judiciaire.',
  routeNoneTitle: 'Vous n’avez encore emprunté aucune de ces voies ?',
  routeNone:
    'Dans ce cas, ne commencez pas de demande ici. Adressez-vous d’abord à l’autorité compétente de votre pays.',
};
