import type { Catalogue } from '../catalogue.ts';
import type { desk as de } from './desk-de.ts';

export const desk: Catalogue<typeof de> = {
  people: {
    name: 'Personne',
    role: 'Rôle',
    status: 'Statut',
    actions: 'Ce que vous pouvez faire',
    roleProposed: (role) => `Proposé : ${role}`,
    recovered: 'compte ouvert avec le code de secours',
    withoutKey: 'n’a pas encore la clé de l’équipe',
    withoutOlderKey: 'n’a pas encore une ancienne clé de l’équipe',
    fingerprint: 'Empreinte de la clé',
    admit: 'Admettre',
    confirmRecovery: 'Confirmer le rétablissement',
    decline: 'Refuser',
    declineTitle: (name) => `Refuser ${name} ?`,
    declineText: 'La personne reçoit un e-mail et ne peut pas utiliser le portail.',
    declineRecoveryText:
      'Le compte est suspendu, toutes les sessions se terminent, et la nouvelle clé d’accès comme le nouveau code ne valent plus : seul un nouvel accès aidera ensuite. Choisissez cela si quelqu’un d’autre a pu utiliser le code de secours.',
    suspend: 'Suspendre',
    suspendTitle: (name) => `Suspendre ${name} ?`,
    suspendText:
      'Toutes les sessions de la personne se terminent immédiatement et elle ne peut plus se connecter.',
    withdraw: 'Retirer de l’unité',
    withdrawTitle: (name: string) => `Retirer ${name} de l’unité ?`,
    withdrawText:
      'Toutes les sessions de cette personne prennent fin aussitôt, elle ne peut plus se connecter et son accès à la clé est supprimé. Cette action est définitive.',
    withdrawKeyText:
      'Votre navigateur crée en même temps une nouvelle clé pour l’unité. Tant que l’administration du portail ne l’a pas confirmée, personne dans votre unité ne peut enregistrer de brouillon ni envoyer de demande. Tout ce qui précède reste lisible.',
    withdrawDeskText:
      'Le responsable de l’unité sera invité à créer une nouvelle clé, car cette personne a pu conserver l’actuelle.',
    access: 'Nouvel accès',
    accessTitle: (name) => `Proposer un nouvel accès pour ${name} ?`,
    accessText:
      'Pour une personne qui a perdu toutes ses clés d’accès et le code de secours. Parlez-lui d’abord : de vive voix, ou à un numéro que vous connaissez. Rien ne change encore ; une seconde personne doit donner son accord.',
    accessThen:
      'Ensuite, toutes les clés d’accès et sessions précédentes prennent fin, et un lien valable 24 heures part à l’adresse e-mail officielle. La personne crée alors une nouvelle clé d’accès et attend d’être admise de nouveau.',
    accessProposed: 'Nouvel accès proposé',
    confirmAccess: 'Approuver le nouvel accès',
    confirmAccessTitle: (name) => `Approuver le nouvel accès de ${name} ?`,
    confirmAccessText:
      'N’approuvez que si vous avez parlé vous-même à la personne : de vive voix, ou à un numéro que vous connaissez – jamais à un numéro tiré d’un e-mail.',
    linkSent: 'lien pour un nouvel accès envoyé, pas encore utilisé',
    linkUsed: 'Nouvel accès créé. Appelez la personne et comparez l’empreinte de sa clé avant de l’admettre.',
    accessEnded:
      'Le retour a été refusé. Clés d’accès et code de secours ne valent plus ; une fois la suspension levée, seul un nouvel accès aide.',
    declineReturnText:
      'Le compte est suspendu, toutes les sessions se terminent, et la nouvelle clé d’accès comme le nouveau code ne valent plus : il faudra encore un nouvel accès. Choisissez cela si quelqu’un d’autre a pu utiliser le lien.',
    withdrawStaff: 'Retirer de l’équipe',
    withdrawStaffTitle: (name) => `Retirer ${name} de l’équipe ?`,
    withdrawStaffText:
      'Rien ne change encore ; une seconde personne doit donner son accord. Ensuite, toutes les sessions de cette personne prennent fin, elle ne peut plus se connecter et son accès à la clé du portail est supprimé. Cette action est définitive.',
    withdrawalProposed: 'Départ proposé',
    confirmWithdrawal: 'Approuver le départ',
    confirmWithdrawalTitle: (name) => `Retirer définitivement ${name} de l’équipe ?`,
    confirmWithdrawalText:
      'Toutes les sessions de cette personne prennent fin aussitôt, elle ne peut plus se connecter et son accès à la clé du portail est supprimé. Cette action est définitive.',
    reinstate: 'Lever la suspension',
    takeRefusalBack: 'Annuler le refus',
    changeRole: 'Changer de rôle',
    changeRoleTitle: (name) => `Changer le rôle de ${name}`,
    changeRoleText: 'Une seconde personne doit donner son accord avant que le nouveau rôle prenne effet.',
    newRole: 'Nouveau rôle',
    choose: 'Veuillez choisir',
    propose: 'Proposer',
    confirmRole: 'Approuver le changement de rôle',
    takeBack: 'Retirer',
    refuse: 'Ne pas approuver',
  },
  invite: {
    title: 'Inviter une personne',
    email: 'Adresse e-mail',
    role: 'Rôle',
    submit: 'Envoyer l’invitation',
    sent: 'L’invitation est en route',
    linkHint:
      'Vous pouvez aussi remettre le lien vous-même. Il est valable sept jours, ne sert qu’une fois et n’est affiché que maintenant :',
  },
  colleagues: {
    title: 'Collègues',
    rotationDue: 'Votre unité a besoin d’une nouvelle clé',
    rotationDueText:
      'Une personne qui avait la clé actuelle est partie. La nouvelle est créée dans votre navigateur et verrouillée pour toutes les personnes qui restent. L’administration du portail doit ensuite la confirmer ; d’ici là, personne ne peut enregistrer de brouillon ni envoyer de demande. Tout ce qui précède reste lisible.',
    rotate: 'Créer une nouvelle clé',
    uncertified: 'La clé de votre unité attend sa confirmation',
    uncertifiedText:
      'L’administration du portail est prévenue et vous appellera pour comparer cette empreinte. D’ici là, personne dans votre unité ne peut enregistrer de brouillon ni envoyer de demande ; vous pouvez tout lire.',
    waiting: 'En attente d’admission',
    waitingLead:
      'N’admettez que des personnes que vous connaissez et qui font partie de votre unité. Une fois admises, elles ont la clé de votre unité et peuvent lire toutes ses demandes, y compris les précédentes. Comparez auparavant l’empreinte par téléphone : chaque personne voit la sienne sur sa page d’attente.',
    waitingInfo: 'Le responsable de votre unité les admet.',
    admitted: 'Admis',
    alone: 'Vous êtes encore seul ici',
    aloneText:
      'Vos collègues s’inscrivent avec leur adresse e-mail professionnelle et choisissent votre autorité. Ils apparaissent ensuite ici.',
  },
  staff: {
    title: 'Équipe',
    lead: 'Les personnes du fournisseur. Qui peut lire les demandes reçoit à son admission la clé du portail, verrouillée pour cette seule personne.',
    compare:
      'Avant d’admettre une personne, comparez l’empreinte par téléphone : elle voit la sienne sur sa page d’attente.',
  },
  keyGiving: {
    title: 'En attente de la clé',
    lead: {
      agency:
        'Ces personnes sont admises, mais n’ont pas encore la clé de votre unité, ou pas toutes les anciennes. Sans elle, elles ne peuvent rien lire de ce qui est chiffré. Toute personne qui l’a peut la remettre.',
      provider:
        'Ces personnes sont admises, mais n’ont pas encore la clé du portail, ou pas toutes les anciennes. Sans elle, elles ne peuvent rien lire de ce qui est chiffré. Toute personne qui l’a peut la remettre.',
    },
    admittedBy: (name, at) => `Admission par ${name}, ${at}`,
    admittedByPortal: (name, at) => `Admission par le personnel du portail (${name}), ${at}`,
    give: 'Remettre la clé',
    giveTitle: (name) => `Remettre la clé à ${name} ?`,
    compare:
      'Appelez la personne à un numéro que vous connaissez. Elle vous lit l’empreinte qu’elle voit comme la sienne sous « Mon compte ». Ne remettez la clé que si c’est celle-ci :',
    means: {
      agency:
        'La personne pourra ensuite lire tout ce que votre unité envoie et reçoit, y compris ce qui précède. C’est irréversible.',
      provider:
        'La personne pourra ensuite lire tout ce qui est envoyé au portail, y compris ce qui précède. C’est irréversible.',
    },
    receivers: 'Outre vous-même, la nouvelle clé est remise à :',
    noReceivers: 'La nouvelle clé n’est remise qu’à vous.',
    receiversHint:
      'Parcourez la liste. Si vous y voyez une personne que vous ne connaissez pas, ou une autre empreinte que celle que la personne voit sous « Mon compte », arrêtez et prévenez l’exploitant.',
  },
  agencyStatuses: {
    pending: 'non vérifiée',
    verified: 'vérifiée',
    declined: 'refusée',
    suspended: 'suspendue',
    outside: 'n’utilise pas le portail',
  },
  agencies: {
    title: 'Autorités',
    lead: 'Ce qui demande une action figure en haut.',
    none: 'Pas encore d’autorités',
    noneText: 'Les autorités apparaissent ici dès que quelqu’un s’inscrit pour elles.',
    name: 'Autorité',
    status: 'Statut',
    todo: 'À faire',
    people: 'Personnes',
    peopleCount: (active, waiting) =>
      waiting === 0 ? `${active} admise(s)` : `${active} admise(s), ${waiting} en attente`,
    nextVerification: 'Prochaine vérification',
    nothingTodo: '–',
    todos: {
      confirm: 'seconde approbation',
      certify: 'certifier la clé',
      verify: 'vérifier',
      due: 'vérifier à nouveau',
    },
  },
  agency: {
    back: 'Toutes les autorités',
    people: 'Personnes',
    nobody: 'Personne ne s’est encore inscrit',
    nobodyText:
      'Vous pouvez inviter la première personne ci-dessous. La clé de l’autorité est créée dans son navigateur.',
    key: 'Clé de l’autorité',
    noKey: 'L’autorité n’a pas encore de clé. Elle est créée dans le navigateur de sa première personne.',
    certified: 'Certifiée par la clé du portail.',
    notCertified: 'Pas encore certifiée : l’autorité ne peut rien chiffrer ni envoyer.',
    replaces: 'Elle remplace cette clé précédente :',
    toReplace:
      'Une nouvelle clé : une personne a quitté l’autorité. La clé précédente l’a signée, mais la personne partie la connaissait aussi. Comparez donc la nouvelle empreinte par téléphone. La précédente :',
    certifyText:
      'Comparez l’empreinte par téléphone avec celle que l’autorité voit sous « Mon compte ». La certification se fait dans votre navigateur.',
    certify: 'Certifier la clé',
    domains: 'Domaines e-mail',
    domainsLabel: 'Domaines de l’autorité',
    domainsHint:
      'Un par ligne. Qui possède une adresse à ce domaine peut choisir cette autorité lors de l’inscription. Les sous-domaines sont inclus.',
    endTitle: 'Refuser ou suspendre',
    declineLead: 'Si l’autorité ne peut pas être confirmée.',
    decline: 'Refuser l’autorité',
    declineTitle: (name) => `Refuser ${name} ?`,
    declineText: 'Toutes les personnes inscrites pour cette autorité sont refusées et averties.',
    suspendLead:
      'Toutes les sessions de l’autorité se terminent immédiatement. Ses demandes sont conservées.',
    suspend: 'Suspendre l’autorité',
    suspendTitle: (name) => `Suspendre ${name} ?`,
    suspendText:
      'Toutes les sessions de l’autorité se terminent immédiatement et personne ne peut plus s’y connecter.',
    reinstate: 'Lever la suspension',
    takeRefusalBackLead:
      'L’autorité pourra de nouveau être vérifiée, et les personnes refusées avec elle attendront de nouveau d’être admises.',
    takeRefusalBack: 'Annuler le refus',
  },
  verification: {
    proposeTitle: 'Enregistrer une vérification',
    proposeLead:
      'Appelez l’autorité à un numéro trouvé dans un répertoire indépendant – jamais au numéro indiqué lors de l’inscription. Demandez la personne et faites-vous lire l’empreinte.',
    method: 'Comment a-t-on vérifié ?',
    methods: {
      call_back: 'Rappel de l’autorité',
      visit: 'Visite ou présentation en personne',
      official_letter: 'Courrier officiel',
      known_contact: 'Contact déjà connu',
    },
    number: 'Numéro appelé',
    numberHint: 'Le numéro du répertoire',
    source: 'Où le numéro a-t-il été trouvé ?',
    sourceHint: 'Par exemple « répertoire des autorités du Land de Berlin, consulté aujourd’hui »',
    note: 'Note',
    propose: 'Transmettre pour la seconde approbation',
    confirmTitle: 'Seconde approbation',
    proposedBy: (name, at) => `Enregistré par ${name} le ${at} :`,
    keyToCertify: 'L’approbation certifie cette clé de l’autorité :',
    needsSecond: 'Une seconde personne doit approuver',
    needsSecondText:
      'Qui a enregistré la vérification ne peut pas l’approuver. La protection des données, le service juridique et l’administration sont avertis.',
    confirmText:
      'Vérifiez vous-même les indications. Votre approbation vaut vérification pour douze mois, et les personnes qui possèdent la clé de l’autorité sont admises.',
    confirm: 'Approuver et certifier la clé',
    refuse: 'Ne pas approuver',
    takeBack: 'Retirer l’enregistrement',
    history: 'Vérifications',
    noHistory: 'Aucune vérification terminée.',
    dueAt: (at) => `Prochaine vérification avant le ${at}`,
    confirmedBy: (proposer, confirmer, at) => `Vérifiée par ${proposer} et ${confirmer}, ${at}`,
    declinedBy: (proposer, decliner, at) =>
      `Enregistrée par ${proposer}, non approuvée par ${decliner}, ${at}`,
  },
  keys: {
    title: 'Clés',
    intake: 'Clé du portail',
    noIntake: 'La clé est créée lorsque la première personne de l’administration s’inscrit.',
    pinned: 'Elle correspond à l’empreinte des réglages.',
    pinnedBySetup:
      'Enregistrée dans le portail. L’exploitant devrait inscrire cette empreinte dans les réglages (INTAKE_FINGERPRINT).',
    pinnedByFormer: 'Les réglages indiquent encore une ancienne empreinte',
    pinnedByFormerText:
      'Elle reste valable, car cette clé-là a transmis à celle-ci. L’exploitant devrait remplacer INTAKE_FINGERPRINT par l’empreinte ci-dessus.',
    notPinned: 'La clé ne correspond pas à l’empreinte enregistrée',
    notPinnedText:
      'Personne ne peut rien envoyer au portail. Vérifiez la base de données et les réglages avant de continuer.',
    knownOutside: 'Une personne qui est partie connaissait cette clé',
    knownOutsideText:
      'L’accès de la personne est supprimé. Si elle a gardé une copie de la clé, elle pourrait toutefois lire ce qui est envoyé au portail – à condition d’obtenir aussi la base de données ou une sauvegarde. Changez donc la clé. Ce qui est arrivé avant n’en est pas protégé : vérifiez aussi qui a accès à la base et aux sauvegardes.',
    publicPage: 'Page publique de la clé',
    holders: 'Qui la possède',
    holdersLead: 'Ces personnes peuvent lire ce qui est envoyé au portail :',
    agencies: 'Clés des autorités',
    noAgencies: 'Pas encore de clés d’autorités',
    noAgenciesText: 'Elles sont créées dans le navigateur de la première personne d’une autorité.',
    agency: 'Autorité',
    fingerprint: 'Empreinte',
    state: 'Statut',
    certifiedAt: (at) => `certifiée le ${at}`,
    notCertified: 'non certifiée',
  },
  keyChange: {
    title: 'Changer la clé',
    lead: 'C’est nécessaire si une personne qui connaissait la clé est partie, ou si la clé a pu tomber en d’autres mains. Il faut deux personnes. Ce qui est déjà là reste lisible.',
    make: 'Créer une nouvelle clé',
    makeTitle: 'Créer une nouvelle clé pour le portail ?',
    makeText:
      'Rien ne change encore. Sous sept jours, une seconde personne (administration, protection des données ou service juridique) doit comparer les empreintes avec vous et donner son accord.',
    mayNot: 'Une nouvelle clé est créée par l’administration ou la protection des données.',
    proposed: 'Une nouvelle clé attend un accord',
    proposedBy: (name, at, until) =>
      `Proposée par ${name}, ${at}. La proposition est valable jusqu’au ${until}.`,
    present: 'Clé actuelle',
    next: 'Nouvelle clé',
    ownText:
      'Une autre personne (administration, protection des données ou service juridique) doit donner son accord. Parlez-lui au téléphone et lisez-lui les deux empreintes en entier.',
    notOwn: 'Ce n’est pas la clé que votre navigateur a créée',
    notOwnText: 'Retirez la proposition et prévenez l’exploitant.',
    compare: (name) =>
      `Appelez ${name} à un numéro que vous connaissez et faites-vous lire les deux empreintes. Elles doivent correspondre à ce qui figure ici ; tapez la fin de la nouvelle comme vous l’entendez.`,
    hidden: 'les quatre derniers groupes sont masqués',
    lastGroups: 'Quatre derniers groupes de la nouvelle clé',
    lastGroupsHint: '16 caractères, avec ou sans espaces',
    lastGroupsWrong:
      'Cela ne correspond pas à la nouvelle clé. Faites-vous relire les groupes. Si cela ne correspond toujours pas, ne donnez pas votre accord et prévenez l’exploitant.',
    confirmText: (agencies) =>
      `Votre navigateur vérifie que la clé actuelle a certifié la nouvelle${agencies === 0 ? '' : agencies === 1 ? ', certifie de nouveau la clé de la seule autorité vérifiée' : `, certifie de nouveau les clés des ${agencies} autorités vérifiées`} et demande votre clé d’accès. La nouvelle clé est valable immédiatement.`,
    confirm: 'Approuver et changer',
    noGrant:
      'Vous êtes arrivé après la proposition et n’avez pas encore la nouvelle clé. Une autre personne doit donner son accord ; ensuite, une personne qui l’a pourra vous la remettre sous « Équipe ».',
    over: 'Cette proposition n’est plus valable',
    expired: 'Elle a plus de sept jours. Créez une nouvelle clé si c’est encore nécessaire.',
    outdated:
      'Une personne qui devait recevoir la nouvelle clé est partie entre-temps, ou son auteur n’y est plus autorisé. Retirez la proposition et créez une nouvelle clé.',
    toChange: 'Vers le changement de clé',
    former: 'Anciennes clés',
    formerText: 'Ce qui a été chiffré pour elles reste lisible pour toutes les personnes qui les ont.',
  },
};
