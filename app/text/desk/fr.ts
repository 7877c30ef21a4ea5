import type { Catalogue } from '../catalogue.ts';
import type { de } from './de.ts';

const signers: Readonly<Record<string, string>> = {
  clerk: 'Réception',
  dpo: 'Protection des données',
  counsel: 'Service juridique',
};
const of = (words: Readonly<Record<string, string>>, key: string) => words[key] ?? key;
const proposals: Readonly<Record<string, string>> = {
  accept: 'Acceptation proposée',
  return: 'Renvoi proposé',
  reject: 'Rejet proposé',
};

export const fr: Catalogue<typeof de> = {
  queue: {
    title: 'Réception',
    columns: {
      reference: 'Numéro',
      category: 'Type de données',
      agency: 'Autorité',
      fileNumber: 'Numéro de dossier',
      channel: 'Voie',
      status: 'État',
      received: 'Reçue',
      due: 'Échéance',
      claimedBy: 'Consultée par',
    },
    emergency: 'Urgence',
    overdue: 'en retard',
    lapsed: 'Ordonnance d’urgence non confirmée',
    me: 'vous',
    nobody: 'personne',
    noDueDate: 'aucune',
    emergencyLane: 'Urgences d’abord',
    otherLane: 'Autres demandes',
    paused: 'Délai suspendu : l’autorité est sollicitée',
    proposal: (decision, role) => `${of(proposals, decision)}, signée par : ${of(signers, role)}`,
    shown: (count) => (count <= 1 ? `${count} demande` : `${count} demandes`),
    next: 'Page suivante',
    first: 'Au début de la liste',
    pages: 'Pages de la liste',
    empty: {
      title: 'Il n’y a rien à traiter',
      text: 'Dès qu’une autorité présente une demande, elle apparaît ici. Vous recevez aussi un courriel.',
    },
    emptyFiltered: {
      title: 'Aucune demande ne correspond à ce filtre',
      text: 'Choisissez moins de critères ou réinitialisez le filtre.',
    },
  },

  filters: {
    title: 'Filtres',
    turns: { provider: 'À nous d’agir', agency: 'À l’autorité d’agir', all: 'Toutes' },
    turnLabel: 'À qui d’agir',
    quickLabel: 'Filtres rapides',
    emergency: 'Urgences',
    overdue: 'En retard',
    mine: 'Consultées par moi',
    signature: 'En attente de ma signature',
    status: 'État',
    anyStatus: 'Tous les états',
    category: 'Type de données',
    anyCategory: 'Tous les types de données',
    agency: 'Autorité',
    anyAgency: 'Toutes les autorités',
    search: 'Numéro ou numéro de dossier',
    more: 'État, type de données, autorité',
    apply: 'Afficher',
    reset: 'Réinitialiser les filtres',
    counted: (label, count) => `${label} (${count})`,
  },

  views: {
    title: 'Vues enregistrées',
    saveTitle: 'Enregistrer cette vue',
    name: 'Nom de la vue',
    save: 'Enregistrer',
    remove: (name) => `Supprimer la vue « ${name} »`,
  },

  head: {
    back: 'Réception',
    agency: 'Autorité',
    fileNumber: 'Numéro de dossier',
    author: 'Présentée par',
    received: 'Reçue',
    due: 'Échéance',
    correctionEnds: 'Correction possible jusqu’au',
    revision: (number) => `Version ${number}`,
    toDecision: 'Vers la décision',
    lapsedTitle: 'L’ordonnance d’urgence n’a pas été confirmée à temps',
    lapsed: (date) =>
      `La confirmation était due avant le ${date}. Vérifiez si l’ordonnance est devenue caduque.`,
  },

  claim: {
    mine: 'Vous consultez cette demande. Les autres le voient.',
    other: (name) => `${name} consulte actuellement cette demande.`,
    none: 'Personne ne consulte cette demande pour le moment.',
    takeOver: 'Prendre en charge malgré tout',
    take: 'Prendre en charge',
    release: 'Libérer',
  },

  asked: {
    title: 'Ce qui est demandé',
    opening: 'La demande est vérifiée et déchiffrée sur votre appareil …',
    verified:
      'Vérifié : le formulaire et les fichiers sont exactement ceux qui ont été signés. Déchiffrés sur cet appareil.',
    unanswered: 'non indiqué',
    targets: (count) => (count <= 1 ? `${count} identifiant` : `${count} identifiants`),
    changes: { added: 'nouveau', removed: 'supprimé', changed: 'modifié' },
    before: 'Avant',
    correctionTitle: (number) => `Ce qui a changé depuis la version ${number}`,
    nothingChanged: 'Rien n’a changé dans le formulaire ni dans les fichiers.',
    changedFields: (count) =>
      count === 1 ? 'Un champ est différent :' : `${count} champs sont différents :`,
    noFinding: 'Défaut',
    addFinding: (field) => `Constater un défaut : ${field}`,
    contradictionTitle: 'Les indications de tri diffèrent de la partie chiffrée',
    contradiction:
      'Ce que le serveur a appris pour trier (type de données, numéro de dossier, période, etc.) est différent dans la partie chiffrée. C’est ce que vous lisez ici qui fait foi.',
  },

  blocked: {
    title: 'Cette demande n’est pas telle qu’elle a été signée',
    text: 'Rien n’en est donc affiché. Ne décidez pas à son sujet. Prévenez l’administration du portail et indiquez le numéro et les points suivants.',
    problems: {
      manifest_malformed: 'La liste des parties est illisible.',
      manifest_hash_differs: 'La liste des parties n’a pas l’empreinte enregistrée.',
      request_differs: 'La liste appartient à une autre demande.',
      revision_differs: 'La liste appartient à une autre version.',
      category_differs: 'La liste indique un autre type de données.',
      public_part_differs: 'Les indications de tri ne sont pas celles qui ont été signées.',
      form_differs: 'La partie chiffrée n’est pas celle qui a été signée.',
      previous_manifest_differs: 'La version précédente n’est pas celle à laquelle celle-ci se réfère.',
      file_missing: 'Un fichier signé manque.',
      file_unexpected: 'Il y a un fichier de plus, qui n’a pas été signé.',
      file_duplicated: 'Un fichier figure deux fois.',
      file_differs: 'Un fichier n’est pas celui qui a été signé.',
      files_reordered: 'L’ordre des fichiers est différent.',
      receipt_malformed: 'L’accusé de réception est illisible.',
      receipt_differs: 'L’accusé de réception concerne autre chose.',
      server_signature_invalid: 'La signature du serveur sur l’accusé de réception est fausse.',
      assertion_malformed: 'La signature de la personne qui a présenté la demande est illisible.',
      challenge_differs: 'La personne qui a présenté la demande a signé autre chose.',
      origin_differs: 'La signature a été faite sur un autre site.',
      rp_differs: 'La signature a été faite pour un autre site.',
      user_not_verified: 'L’identité de la personne qui a signé n’a pas été vérifiée.',
      passkey_signature_invalid: 'La signature de la personne qui a présenté la demande est fausse.',
      form_unreadable: 'La partie chiffrée n’est pas un formulaire de cette version.',
      form_names_other_files: 'La partie chiffrée indique d’autres fichiers que la liste.',
    },
    cannotOpenTitle: 'La demande ne peut pas être déchiffrée',
    cannotOpen: 'Vérifiez que la clé de votre équipe est ouverte. Verrouillez-la puis déverrouillez-la.',
    retry: 'Réessayer',
  },

  files: {
    none: 'Aucun fichier n’est joint.',
    open: (name) => `Ouvrir ${name}`,
    openShort: 'Ouvrir',
  },

  checks: {
    title: 'Contrôles automatiques',
    summary: (fail, look, pass) => `${fail} non conforme(s), ${look} à examiner, ${pass} en ordre`,
    passed: (count) => (count === 1 ? 'Un contrôle est en ordre' : `${count} contrôles sont en ordre`),
    atSubmission: (outcome) => `Lors de la présentation : ${outcome}`,
    rows: (rows) => `Lignes : ${rows}`,
    overridden: 'Motif donné par l’autorité :',
    toFinding: 'Reprendre comme défaut',
    ruleSet: (name) => `Contrôlé selon : ${name}`,
    needsOpening: 'La partie chiffrée est contrôlée dès que vous avez déverrouillé.',
  },

  checklist: {
    title: 'Liste de contrôle',
    hint: 'Aide-mémoire pour vous seul. Elle n’est pas enregistrée.',
    done: (done, all) => `${done} sur ${all} cochés`,
  },

  findings: {
    title: 'Défauts',
    none: 'Aucun pour le moment. Reprenez-en un depuis les contrôles ou un champ, ou ajoutez-en un.',
    add: 'Ajouter un défaut',
    legend: (number) => `Défaut ${number}`,
    field: 'Champ du formulaire',
    chooseField: 'Choisir un champ',
    whole: 'La demande dans son ensemble',
    wholeGroup: 'Général',
    code: 'Motif',
    chooseCode: 'Choisir un motif',
    usuallyReturn: 'en général renvoi',
    usuallyReject: 'en général rejet',
    text: 'Texte pour l’autorité',
    textHint: (language) =>
      `L’autorité le lit près du champ. Proposition dans sa langue (${language}) ; adaptez-la au besoin.`,
    remove: 'Supprimer le défaut',
    general: 'Remarque générale à l’autorité',
    errors: {
      field_missing: 'Choisissez le champ du formulaire.',
      code_missing: 'Choisissez un motif.',
      text_missing: 'Indiquez à l’autorité ce qu’elle doit faire.',
    },
    languages: { de: 'allemand', en: 'anglais', fr: 'français' },
  },

  decision: {
    title: 'Décision',
    legend: 'Que décidez-vous ?',
    choices: {
      return: { label: 'Renvoyer pour correction', hint: 'Votre signature suffit. L’autorité a 14 jours.' },
      reject: {
        label: 'Rejeter',
        hint: 'Exige deux signatures : protection des données et service juridique.',
      },
      accept: {
        label: 'Accepter',
        hint: 'Exige deux signatures : protection des données et service juridique.',
      },
    },
    sign: {
      return: 'Signer et renvoyer',
      reject: 'Signer et proposer le rejet',
      accept: 'Signer et proposer l’acceptation',
    },
    signHint: 'Vous signez avec votre clé d’accès (passkey).',
    errors: {
      decision_missing: 'Choisissez votre décision.',
      findings_missing: 'Indiquez au moins un défaut.',
      findings_left: 'Une acceptation n’a pas de défauts. Supprimez-les ou renvoyez la demande.',
      fails_not_confirmed: 'Confirmez que vous acceptez malgré les contrôles non conformes.',
    },
    failsTitle: (count) =>
      count === 1
        ? 'Un contrôle automatique n’est pas conforme'
        : `${count} contrôles automatiques ne sont pas conformes`,
    confirmFails: 'Je l’ai vérifié et j’accepte néanmoins la demande.',
    needsOpening:
      'Vous pourrez décider dès que la demande aura été vérifiée et déchiffrée sur votre appareil.',
    notNow: 'Il n’y a rien à décider dans cet état.',
    agencyKeyMissing:
      'L’autorité n’a pas de clé confirmée. Tant que c’est le cas, rien de chiffré ne peut lui être écrit.',
    happenedTitle: 'La demande a évolué entre-temps',
    happened: (what, who, when) =>
      `${what} (${who}, ${when}). Votre décision n’a pas été enregistrée ; ce que vous avez écrit est toujours là.`,
    reload: 'Charger le nouvel état',
    taken: { return: 'Renvoyée pour correction', reject: 'Rejetée', accept: 'Acceptée' },
    takenTitle: 'Décisions précédentes',
    revision: (number) => `sur la version ${number}`,
    signedBy: (name, role, when) => `${name} (${of(signers, role)}), ${when}`,
    general: 'Remarque générale',
    done: {
      decided: 'Votre décision a pris effet. L’autorité reçoit un courriel sans contenu.',
      proposed: 'Votre proposition est signée. Il manque la signature de l’autre rôle.',
      set_aside: 'La proposition est écartée. Vous pouvez décider à nouveau.',
    },
  },

  proposal: {
    title: (decision) => of(proposals, decision),
    waiting: (role) => `Signature manquante : ${of(signers, role)}.`,
    mine: 'Vous avez déjà signé.',
    readFirst:
      'Vérifiez vous-même la demande. Vous signez exactement cette décision avec exactement ces défauts.',
    sign: 'Signer aussi',
    aside: 'Écarter la proposition',
    asideTitle: 'Écarter la proposition',
    asideText:
      'La signature ne compte alors plus. Une nouvelle décision est ensuite possible, aussi un renvoi.',
    asideNote: 'Pourquoi ? (note interne)',
    asideNoteMissing: 'Expliquez brièvement pourquoi.',
    asideConfirm: 'Écarter',
    cancel: 'Annuler',
    differs: 'Cette proposition ne correspond pas à ce qui a été vérifié ici. Ne la signez pas ; écartez-la.',
    noFindings: 'Sans défauts.',
    textsMissing: 'Les textes ne peuvent pas être déchiffrés.',
  },

  notes: {
    title: 'Notes internes',
    hint: 'Lisibles uniquement par l’équipe du fournisseur, pas par le serveur.',
    none: 'Aucune note pour le moment.',
    label: 'Nouvelle note',
    save: 'Enregistrer la note',
    missing: 'Écrivez quelque chose dans la note.',
    unreadable: 'Cette note ne peut pas être déchiffrée.',
    locked: 'Déverrouillez pour lire les notes.',
  },

  earlier: {
    title: 'Demandes antérieures',
    sameFileNumber: 'Même numéro de dossier',
    sameAgency: 'Même autorité',
    none: 'Il n’y a pas d’autre demande avec ce numéro de dossier ou de cette autorité.',
    more: (count) => `et ${count} autres`,
  },

  history: {
    title: 'Historique',
    system: 'Automatique',
    events: {
      draft_created: 'Brouillon commencé',
      draft_discarded: 'Brouillon supprimé',
      submitted: 'Présentée',
      review_started: 'Examen commencé',
      claimed: 'Prise en charge',
      claim_released: 'Libérée',
      note_added: 'Note rédigée',
      decision_proposed: 'Décision proposée',
      decision_set_aside: 'Proposition écartée',
      returned: 'Renvoyée pour correction',
      rejected: 'Rejetée',
      accepted: 'Acceptée',
      withdrawn: 'Retirée par l’autorité',
      closed: 'Close, car le délai de correction est écoulé',
      emergency_lapsed: 'Ordonnance d’urgence non confirmée à temps',
      message_sent: 'Message écrit',
      turn_given_back: 'Question notée comme réglée',
      call_back_recorded: 'Rappel de l’autorité consigné',
      emergency_confirmed: 'Confirmation de l’ordonnance d’urgence consignée',
      deadline_reminded: 'Rappel du délai',
      deadline_missed: 'Délai dépassé, tous avertis',
      interception_ending: 'Avertissement de la fin de l’interception',
      answer_prepared: 'Réponse préparée et signée',
      answer_set_aside: 'Réponse préparée mise de côté',
      answer_released: 'Réponse transmise',
      answer_opened: 'Réponse ouverte par l’autorité',
      answer_file_downloaded: 'Fichier de la réponse téléchargé par l’autorité',
      answer_expiry_warned: 'Avertissement avant la suppression de la réponse',
      answer_destroyed: 'Fichiers de la réponse supprimés',
      correction_reminded: 'Rappel de correction envoyé',
      file_opened: 'Fichier ouvert',
    },
  },

  proof: {
    title: 'Preuve de la présentation',
    valid:
      'Vérifié sur cet appareil : la signature de la personne, les empreintes de toutes les parties et la signature du serveur sont exactes.',
    invalid: 'La preuve n’est pas exacte.',
    pending: 'Sera vérifié dès que vous aurez déverrouillé.',
    submittedBy: 'Présentée par',
    submittedAt: 'Présentée le',
    manifest: 'Empreinte de la liste des parties',
    form: 'Empreinte du formulaire chiffré',
    file: (number) => `Empreinte du fichier ${number}`,
    download: 'Télécharger l’accusé de réception (JSON)',
  },
};
