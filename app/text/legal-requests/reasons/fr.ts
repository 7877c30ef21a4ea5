import type { Catalogue } from '#app/text/catalogue.ts';
import type * as german from './de.ts';

const usePortal =
  'Faites la demande sur ce portail. Il chiffre pour vous ; aucun logiciel particulier n’est nécessaire.';

export const reasons: Catalogue<typeof german.reasons> = {
  channel_plaintext: {
    title: 'Transmise sans chiffrement',
    explanation:
      'La demande est arrivée par courriel non chiffré. Les données personnelles d’une enquête ne peuvent pas être transmises ainsi. Nous n’avons pas conservé le contenu.',
    advice: usePortal,
  },
  channel_fax: {
    title: 'Transmise par télécopie',
    explanation: 'Une télécopie peut être lue par d’autres. Nous n’avons pas conservé le contenu.',
    advice: usePortal,
  },
  legal_basis_missing: {
    title: 'Base légale manquante',
    explanation: 'La demande ne nomme aucune disposition qui habilite votre autorité (§ 174 al. 2 TKG).',
    advice: 'Choisissez la disposition dans la liste et déposez à nouveau la demande.',
  },
  legal_basis_wrong: {
    title: 'Base légale inadaptée',
    explanation:
      'La disposition nommée est périmée ou ne permet pas la demande, par exemple parce qu’elle vaut pour une autre autorité, un autre type de données ou pas pour les adresses IP.',
    advice: 'Choisissez une disposition qui convient à votre autorité, au but et aux données souhaitées.',
  },
  category_exceeded: {
    title: 'Plus que ne permet la base légale',
    explanation:
      'La demande porte sur un autre type de données, par exemple des données relatives au trafic ou des données d’accès sur la base d’une demande de données d’abonné.',
    advice:
      'Limitez la demande au type de données choisi. Pour d’autres données, faites une demande distincte sous le même numéro de dossier.',
  },
  court_order_missing: {
    title: 'Ordonnance manquante',
    explanation: 'Pour ces données, il nous faut l’ordonnance du tribunal ou, en cas d’urgence, du parquet.',
    advice: 'Joignez l’ordonnance complète et choisissez « Ordonnance » comme type.',
  },
  order_defective: {
    title: 'Ordonnance entachée d’un défaut',
    explanation:
      'L’ordonnance a un défaut que le formulaire ne peut pas réparer, par exemple une autorité incompétente ou une date erronée.',
    advice: 'Faites rectifier ou rendre à nouveau l’ordonnance et déposez à nouveau la demande.',
  },
  order_incomplete: {
    title: 'Ordonnance incomplète',
    explanation:
      'Il manque dans l’ordonnance un élément exigé par la loi (§ 100e al. 3, § 101a al. 1 StPO), ou des pages.',
    advice: 'Joignez toutes les pages. Si le contenu manque, faites compléter l’ordonnance.',
  },
  order_expired: {
    title: 'Ordonnance expirée',
    explanation:
      'L’ordonnance était limitée dans le temps et n’est plus valable, ou elle est trop ancienne pour être exécutée.',
    advice: 'Obtenez une nouvelle ordonnance ou une prolongation.',
  },
  period_unclear: {
    title: 'Période peu claire',
    explanation: 'Le début, la fin ou le fuseau horaire manquent ou contredisent l’ordonnance.',
    advice: 'Indiquez le début et la fin avec l’heure et le fuseau horaire, comme dans l’ordonnance.',
  },
  period_too_long: {
    title: 'Période trop longue',
    explanation:
      'Une mesure peut porter sur trois mois au plus dans l’avenir, une prolongation également (§ 100e al. 1 StPO).',
    advice: 'Raccourcissez la période. Pour la suite, il faut une prolongation.',
  },
  identifier_missing: {
    title: 'Identifiant manquant',
    explanation: 'La demande n’indique pas de quelle adresse ou de quelle personne il s’agit.',
    advice: 'Indiquez au moins un identifiant, tel qu’il figure dans l’ordonnance.',
  },
  identifier_not_ours: {
    title: 'L’identifiant n’est pas chez nous',
    explanation: 'Nous ne gérons pas cette adresse ou cet identifiant. Nous ne pouvons rien en dire.',
    advice: 'Vérifiez l’orthographe. Si elle est juste, adressez-vous au fournisseur de ce domaine.',
  },
  identifier_ambiguous: {
    title: 'Identifiant équivoque',
    explanation:
      'Plusieurs personnes correspondent à l’identifiant, par exemple avec des caractères de remplacement, un nom sans date de naissance ou une adresse IP sans heure exacte ni fuseau horaire.',
    advice:
      'Ajoutez ce qui manque : l’heure exacte avec secondes et fuseau horaire, la date de naissance ou l’adresse complète.',
  },
  overbroad: {
    title: 'Étendue excessive',
    explanation: 'La demande va au-delà de l’ordonnance ou de ce que le but exige.',
    advice: 'Limitez identifiants, période et types de données à ce qui est ordonné et nécessaire.',
  },
  authority_not_competent: {
    title: 'Autorité incompétente',
    explanation: 'La disposition nommée n’habilite pas votre autorité à cette demande.',
    advice: 'Transmettez l’affaire à l’autorité compétente ou nommez une disposition qui vous habilite.',
  },
  authority_not_verified: {
    title: 'Autorité non vérifiée',
    explanation: 'Nous n’avons pas pu confirmer que la demande vient de l’autorité nommée.',
    advice: 'Inscrivez votre autorité sur ce portail. Nous rappelons alors à un numéro connu publiquement.',
  },
  foreign_no_legal_assistance: {
    title: 'Demande directe de l’étranger',
    explanation:
      'Les autorités hors d’Allemagne ne peuvent pas exiger directement des données. Il faut l’entraide judiciaire ; dans l’Union européenne, une injonction européenne de production (EPOC) convient aussi.',
    advice:
      'Faites une demande d’entraide judiciaire ou une injonction de production selon le règlement (UE) 2023/1543.',
  },
  emergency_not_confirmed: {
    title: 'Ordonnance provisoire non confirmée',
    explanation:
      'L’ordonnance provisoire n’a pas été confirmée à temps. Elle est caduque ou ne peut plus être exécutée.',
    advice: 'Envoyez la confirmation faite à temps ou obtenez une ordonnance du tribunal.',
  },
  file_number_missing: {
    title: 'Numéro de dossier manquant',
    explanation: 'Sans numéro de dossier, nous ne pouvons attribuer ni la demande ni la réponse.',
    advice: 'Indiquez le numéro de dossier de votre autorité.',
  },
  signature_missing: {
    title: 'Signature manquante',
    explanation:
      'Il manque sur l’ordonnance ou la lettre la signature ou la mention d’un établissement électronique.',
    advice: 'Joignez un exemplaire signé.',
  },
  attachment_unreadable: {
    title: 'Pièce jointe illisible',
    explanation: 'Un fichier ne s’ouvre pas, ou il est flou, coupé ou protégé par un mot de passe.',
    advice: 'Joignez à nouveau le fichier en bonne qualité et sans mot de passe, de préférence en PDF.',
  },
  duplicate: {
    title: 'Déjà demandé',
    explanation: 'Nous avons déjà la même demande pour les mêmes identifiants.',
    advice: 'Vous n’avez rien à faire. Voyez où en est la demande antérieure.',
  },
  other: {
    title: 'Autre motif',
    explanation: 'Le motif figure dans le message des personnes chargées de l’examen.',
    advice: 'Lisez le message. Pour toute question, appelez-nous.',
  },
};
