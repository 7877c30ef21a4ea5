import type { Catalogue } from '#app/text/catalogue.ts';
import type * as german from './de.ts';

const soon =
  'Nous examinons votre demande dans un délai d’un jour ouvrable, en cas d’urgence dans les 6 heures, jour et nuit.';

export const categories: Catalogue<typeof german.categories> = {
  subscriber_data: {
    name: 'Données d’abonné',
    short: 'Qui est la cliente ou le client ?',
    description:
      'Les données conservées pour le contrat. Aucune ordonnance judiciaire n’est nécessaire, mais il faut une base légale qui habilite votre autorité (en allemand : Bestandsdaten).',
    contains:
      'Nom, adresse, date de naissance, numéro de téléphone, données du contrat et du tarif, données de paiement, autres adresses de la même personne – dans la mesure où elles existent.',
    legalBases:
      'Pour des infractions pénales : § 100j al. 1 phr. 1 StPO avec § 174 TKG. Recherche par adresse IP et heure : § 100j al. 2 StPO. Pour prévenir un danger : la loi de police de votre Land ou le BKAG. Pour la protection de la Constitution, le MAD et le BND : la loi du service concerné.',
    whoMayOrder: 'L’autorité elle-même ou le parquet. Aucun tribunal n’a à se prononcer.',
    attach: 'Rien. Vous pouvez joindre une lettre, mais ce n’est pas nécessaire.',
    duration: soon,
    notIncluded:
      'Les mots de passe et autres données d’accès (§ 23 TDDDG) et les adresses IP des connexions. Pour les adresses IP, faites une demande de données relatives au trafic.',
  },
  traffic_data: {
    name: 'Données relatives au trafic',
    short: 'Quand et d’où la boîte a-t-elle été utilisée ?',
    description:
      'Quand et depuis quelle adresse IP une boîte a été utilisée et avec qui des messages ont été échangés – sans leur contenu (en allemand : Verkehrsdaten).',
    contains:
      'Adresses IP et heures des connexions, heures et adresses des messages envoyés et reçus, volumes de données.',
    legalBases:
      '§ 100g al. 1 StPO avec §§ 9, 12 TDDDG et § 101a StPO ; § 52 BKAG ; § 8a al. 1 n° 4 BVerfSchG.',
    whoMayOrder:
      'Le tribunal à la demande du parquet. En cas de péril en la demeure le parquet ; son ordonnance devient caduque si le tribunal ne la confirme pas dans les trois jours ouvrables.',
    attach: 'L’ordonnance complète, en cas d’urgence l’ordonnance provisoire.',
    duration: soon,
    notIncluded:
      'Le contenu des messages. Les services de courrier électronique ne sont pas tenus de conserver les données relatives au trafic (§§ 175, 176 TKG) : « aucune donnée » est donc une réponse possible et licite.',
  },
  mailbox_seizure: {
    name: 'Saisie d’une boîte de messagerie',
    short: 'Quels messages se trouvent maintenant dans la boîte ?',
    description:
      'Une copie des messages conservés dans une boîte, telle qu’elle est lors de l’exécution de l’ordonnance. Les messages ultérieurs n’en font pas partie (en allemand : Postfachbeschlagnahme).',
    contains: 'Tous les messages conservés, ou ceux de certains dossiers ou d’une certaine période.',
    legalBases: '§§ 94, 95, 98 StPO ; si la personne concernée ne doit rien savoir, également § 95a StPO.',
    whoMayOrder:
      'Le tribunal. En cas de péril en la demeure aussi le parquet ou ses enquêteurs ; la confirmation du tribunal doit être demandée dans les trois jours.',
    attach: 'L’ordonnance complète ; en cas d’urgence l’ordonnance provisoire puis la confirmation.',
    duration: soon,
    notIncluded:
      'Les messages qui arrivent après l’exécution. Pour ceux-ci, faites une demande d’interception.',
  },
  interception: {
    name: 'Interception des télécommunications',
    short: 'Qu’est-ce qui sera envoyé et reçu à partir de maintenant ?',
    description:
      'À partir d’un moment donné, tous les messages entrants et sortants et toute la boîte sont transmis, pendant trois mois au plus. Des prolongations de trois mois au plus sont possibles (en allemand : Telekommunikationsüberwachung, TKÜ).',
    contains: 'Tous les messages entrants et sortants et le contenu de la boîte pendant la période ordonnée.',
    legalBases: '§§ 100a, 100e StPO ; § 51 BKAG ; §§ 3, 9, 10 G10.',
    whoMayOrder:
      'Le tribunal à la demande du parquet ; selon le G10, le ministère compétent. En cas de péril en la demeure le parquet ; son ordonnance devient caduque si le tribunal ne la confirme pas dans les trois jours ouvrables.',
    attach:
      'L’ordonnance complète avec le début et la fin. Pour mettre fin à une mesure avant terme, joignez l’avis correspondant.',
    duration: `${soon} Nous vous rappelons la fin de la mesure 14 et 3 jours avant.`,
    notIncluded:
      'Les périodes passées. Pour celles-ci, il y a les données relatives au trafic et la saisie de la boîte.',
  },
};

export const foreignNotices: Catalogue<typeof german.foreignNotices> = {
  eu: {
    title: 'Pour les autorités de l’Union européenne',
    text: 'Utilisez l’injonction européenne de production (EPOC) selon le règlement (UE) 2023/1543 par le système de votre pays, ou l’entraide judiciaire. Sur ce site, nous n’acceptons votre demande que si l’une de ces voies a déjà été suivie et que vous le prouvez. Le règlement fixe 10 jours pour la réponse, 8 heures en cas d’urgence. L’interception de messages futurs n’est possible que par l’entraide judiciaire.',
  },
  eu_without_epoc: {
    title: 'Pour les autorités du Danemark',
    text: 'Le Danemark ne participe pas au règlement (UE) 2023/1543. Faites une demande d’entraide judiciaire. Sur ce site, nous n’acceptons votre demande que si l’autorité allemande compétente a accordé l’entraide et que vous le prouvez.',
  },
  third: {
    title: 'Pour les autorités hors de l’Union européenne',
    text: 'Faites une demande d’entraide judiciaire par votre autorité compétente. Nous devons refuser les demandes directes. Sur ce site, nous n’acceptons votre demande que si l’autorité allemande compétente a accordé l’entraide et que vous le prouvez.',
  },
};
