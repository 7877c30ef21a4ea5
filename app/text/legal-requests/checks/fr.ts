import type { Catalogue } from '#app/text/catalogue.ts';
import type * as german from './de.ts';

export const checks: Catalogue<typeof german.checks> = {
  form_complete: {
    title: 'Toutes les réponses nécessaires sont données',
    problem: 'Des réponses manquent ou ne conviennent pas. La liste montre lesquelles.',
  },
  file_number_given: {
    title: 'Le numéro de dossier est indiqué',
    problem: 'Indiquez le numéro de dossier de votre autorité.',
  },
  agency_verified: {
    title: 'L’autorité est vérifiée',
    problem: 'Votre autorité n’est pas encore vérifiée. Vous ne pouvez déposer qu’ensuite.',
  },
  agency_outside: {
    title: 'Expéditeur hors du portail',
    problem:
      'Cette autorité n’utilise pas le portail. Assurez-vous par un autre moyen que la demande vient d’elle.',
  },
  foreign_route_named: {
    title: 'Une voie recevable pour les autorités étrangères est indiquée',
    problem:
      'Indiquez si la demande repose sur une injonction européenne de production ou sur l’entraide judiciaire.',
  },
  legal_basis_named: {
    title: 'La base légale est indiquée',
    problem: 'Choisissez la disposition sur laquelle vous fondez la demande.',
  },
  legal_basis_fits: {
    title: 'La base légale convient à l’autorité et au type de données',
    problem: 'Cette disposition ne permet pas cette demande à votre autorité. Choisissez-en une autre.',
  },
  legal_basis_confirmed: {
    title: 'La base légale figure dans la liste',
    problem: 'Une autre base légale doit être vérifiée par une personne. Cela peut prendre plus de temps.',
  },
  ip_address_allowed: {
    title: 'La recherche par adresse IP est couverte par la base légale',
    problem:
      'La recherche par adresse IP n’est permise que pour poursuivre des infractions pénales ou avec une habilitation particulière. Pour des infractions pénales, choisissez § 100j al. 2 StPO.',
  },
  category_not_exceeded: {
    title: 'Les données souhaitées relèvent du type de données',
    problem:
      'Vous semblez demander des données relatives au trafic ou des contenus. Faites pour cela une demande distincte.',
  },
  no_passwords: {
    title: 'Aucun mot de passe demandé',
    problem:
      'Nous ne communiquons pas de mots de passe ni d’autres données d’accès par ce formulaire. Une ordonnance judiciaire est nécessaire (§ 23 TDDDG, § 100j al. 1 phr. 2–3 StPO).',
  },
  ordering_body_competent: {
    title: 'L’autorité qui a ordonné est compétente',
    problem: 'Selon cette disposition, l’autorité nommée ne peut pas ordonner.',
  },
  order_attached: {
    title: 'L’ordonnance est jointe',
    problem: 'Joignez l’ordonnance et choisissez « Ordonnance » comme type.',
  },
  order_date_given: {
    title: 'La date de l’ordonnance est indiquée',
    problem: 'Indiquez la date de l’ordonnance.',
  },
  order_date_not_in_future: {
    title: 'L’ordonnance n’est pas datée dans l’avenir',
    problem: 'La date de l’ordonnance est dans l’avenir. Vérifiez-la.',
  },
  order_not_too_old: {
    title: 'L’ordonnance n’est pas trop ancienne',
    problem:
      'L’ordonnance est si ancienne qu’elle peut avoir expiré. Vérifiez la date ou obtenez-en une nouvelle.',
  },
  emergency_confirmation_given: {
    title: 'Le délai de confirmation de l’ordonnance provisoire est indiqué',
    problem: 'Indiquez jusqu’à quand l’ordonnance provisoire doit être confirmée.',
  },
  emergency_confirmation_in_time: {
    title: 'Le délai de confirmation n’est pas trop long',
    problem:
      'Le délai se termine plus tôt que vous ne l’indiquez. Il court à partir du jour de l’ordonnance.',
  },
  emergency_not_lapsed: {
    title: 'Le délai de confirmation de l’ordonnance provisoire n’est pas passé',
    problem:
      'Le délai pour la confirmation, ou pour la demander, est passé. Joignez la confirmation et mentionnez-le.',
  },
  period_given: { title: 'La période est indiquée', problem: 'Indiquez le début et la fin.' },
  period_end_after_start: {
    title: 'La fin est après le début',
    problem: 'La fin précède le début. Vérifiez les deux.',
  },
  period_in_right_direction: {
    title: 'La période convient à la mesure',
    problem:
      'Cette mesure n’est pas possible pour la période indiquée. La base légale ne permet que des données jusqu’à aujourd’hui ou, comme pour une interception, que des données à venir.',
  },
  period_matches_direction: {
    title: 'La période et son sens concordent',
    problem: 'Vous avez choisi le passé ou l’avenir, mais les dates disent autre chose.',
  },
  period_not_too_long: {
    title: 'La période n’est pas trop longue',
    problem: 'La période dépasse trois mois dans l’avenir. Raccourcissez-la.',
  },
  period_within_order: {
    title: 'La période reste dans la limite de l’ordonnance',
    problem:
      'La fin est à plus de trois mois de l’ordonnance. Le délai court à partir de l’ordonnance, non du début.',
  },
  targets_given: {
    title: 'Au moins un identifiant est indiqué',
    problem: 'Indiquez au moins un identifiant.',
  },
  targets_unique: {
    title: 'Aucun identifiant ne figure deux fois',
    problem: 'Un identifiant figure plusieurs fois dans la liste. Supprimez les lignes répétées.',
  },
  targets_ours: {
    title: 'Les adresses appartiennent à nos domaines',
    problem: 'Une adresse n’appartient pas aux domaines que nous gérons. Vérifiez l’orthographe.',
  },
  targets_unambiguous: {
    title: 'Les identifiants sont univoques',
    problem:
      'Un identifiant peut désigner plusieurs personnes : un caractère de remplacement, une adresse IP privée ou une heure qui a existé deux fois lors du changement d’heure.',
  },
  non_disclosure_plausible: {
    title: 'Le secret se termine dans l’avenir',
    problem: 'Selon votre réponse, le secret a déjà expiré. Vérifiez la date.',
  },
  earlier_reference_known: {
    title: 'La demande antérieure est connue',
    problem: 'Votre autorité n’a pas fait de telle demande sous ce numéro, ou l’a retirée. Vérifiez-le.',
  },
  not_a_duplicate: {
    title: 'Aucune demande identique n’est en cours',
    problem: 'Sous ce numéro de dossier, une demande pour le même type de données est déjà en cours.',
  },
};

export const checkOutcomes: Catalogue<typeof german.checkOutcomes> = {
  pass: 'En ordre',
  look: 'À examiner',
  fail: 'Pas en ordre',
};

export const overrides: Catalogue<typeof german.overrides> = {
  title: 'Points à examiner',
  hint: 'Si un point ne s’applique pas, expliquez brièvement pourquoi. Les personnes chargées de l’examen liront votre raison.',
  label: 'Pourquoi déposer la demande ainsi malgré tout ?',
};

export const checklist: Catalogue<typeof german.checklist> = {
  legal_basis_named: {
    title: 'La disposition est nommée et en vigueur',
    hint: '§ 174 al. 2 TKG : la disposition légale doit être indiquée.',
  },
  agency_competent: {
    title: 'L’autorité est compétente',
    hint: 'Comparez l’autorité, le but et la disposition.',
  },
  ordering_body_competent: {
    title: 'L’autorité qui a ordonné était compétente',
    hint: 'Tribunal, parquet, autorité ou ministère, selon la disposition.',
  },
  request_in_writing: {
    title: 'La demande est écrite ou électronique',
    hint: 'Toujours le cas si elle arrive par le portail (§ 174 al. 2 phr. 2 TKG).',
  },
  signature_present: {
    title: 'L’ordonnance est signée ou délivrée en expédition',
    hint: 'Signature, sceau ou mention de l’établissement électronique.',
  },
  targets_ours: {
    title: 'Les identifiants concordent avec l’ordonnance et sont chez nous',
    hint: 'Comparez caractère par caractère.',
  },
  scope_proportionate: {
    title: 'L’étendue ne dépasse pas l’ordonnance',
    hint: 'Identifiants, période et types de données.',
  },
  order_readable: {
    title: 'L’ordonnance est complète et lisible',
    hint: 'Toutes les pages, aucun bord coupé.',
  },
  order_states_person: {
    title: 'L’ordonnance nomme la personne, si elle est connue',
    hint: '§ 100e al. 3 phr. 2 StPO : nom et adresse si possible.',
  },
  order_states_offence: { title: 'L’ordonnance indique l’infraction', hint: '§ 100e al. 3 phr. 2 StPO.' },
  order_states_kind_scope_duration: {
    title: 'L’ordonnance indique la nature, l’étendue et la durée',
    hint: '§ 100e al. 3 phr. 2 StPO.',
  },
  order_states_end: {
    title: 'L’ordonnance indique quand la mesure se termine',
    hint: '§ 100e al. 3 phr. 2 StPO.',
  },
  order_states_information_sought: {
    title: 'L’ordonnance dit ce qui doit être établi',
    hint: 'Les informations attendues et leur importance pour la procédure.',
  },
  order_states_identifier: {
    title: 'L’ordonnance indique l’identifiant',
    hint: 'L’adresse de l’ordonnance est celle du formulaire.',
  },
  order_states_data_and_period: {
    title: 'L’ordonnance indique précisément les données et la période',
    hint: '§ 101a al. 1 phr. 1 StPO.',
  },
  order_states_mailbox: {
    title: 'L’ordonnance désigne la boîte',
    hint: 'L’adresse de l’ordonnance est celle du formulaire.',
  },
  order_states_range: {
    title: 'Une période de l’ordonnance est reprise',
    hint: 'Si l’ordonnance n’en indique pas, ce point est rempli.',
  },
  order_still_valid: {
    title: 'L’ordonnance est encore valable',
    hint: 'Date, limite et temps jusqu’à l’exécution.',
  },
  emergency_justified: {
    title: 'L’urgence est motivée',
    hint: 'Pourquoi le tribunal ne pouvait-il pas décider à temps ?',
  },
  emergency_confirmed: {
    title: 'L’ordonnance provisoire est confirmée, ou le délai court encore',
    hint: 'Ensuite, elle devient caduque là où la loi le prévoit.',
  },
  secrecy_ordered: {
    title: 'Le secret demandé est ordonné selon le § 95a StPO',
    hint: 'S’il n’est pas demandé, ce point est rempli.',
  },
  delivery_point_plausible: {
    title: 'Le point de transmission et la référence sont plausibles',
    hint: 'L’installation appartient à un service habilité.',
  },
  other_basis_confirmed: {
    title: 'L’autre base légale permet la demande',
    hint: 'Consultez la loi : compétence, but, type de données, forme.',
  },
  foreign_route_proven: {
    title: 'La voie de l’autorité étrangère est prouvée',
    hint: 'L’injonction de production (EPOC) ou l’accord d’entraide est joint.',
  },
};
