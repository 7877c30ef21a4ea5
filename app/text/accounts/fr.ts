import type { Catalogue } from '../catalogue.ts';
import { account } from './account-fr.ts';
import type { de } from './de.ts';
import { desk } from './desk-fr.ts';

export const fr: Catalogue<typeof de> = {
  account,
  desk,
  roles: {
    investigator: 'Enquêteur ou enquêtrice',
    lead: 'Responsable de l’unité',
    clerk: 'Gestionnaire',
    dpo: 'Délégué ou déléguée à la protection des données',
    counsel: 'Avocat ou avocate',
    admin: 'Administration du portail',
    auditor: 'Audit',
  },
  personStatuses: {
    waiting: 'en attente d’admission',
    active: 'admis',
    declined: 'refusé',
    suspended: 'suspendu',
    withdrawn: 'parti',
  },
  agencyKinds: {
    police: 'Police',
    prosecution: 'Parquet',
    customs: 'Douane',
    constitution_protection: 'Protection de la Constitution',
    intelligence: 'Service de renseignement',
    regulatory: 'Autorité administrative répressive',
    other: 'Autre autorité',
  },
  fieldErrors: {
    too_long: 'C’est trop long. Veuillez raccourcir.',
    email_invalid: 'Indiquez une adresse e-mail complète, par exemple prenom.nom@autorite.example.',
    email_free_mail:
      'Tout le monde peut obtenir une adresse à ce domaine. Utilisez votre adresse professionnelle : elle seule montre que vous agissez pour une autorité.',
    code_invalid: 'Le code comporte six chiffres.',
    code_wrong: 'Ce code n’est pas le bon. Vérifiez les chiffres dans l’e-mail le plus récent.',
    code_expired: 'Ce code n’est plus valable. Demandez-en un nouveau.',
    name_missing: 'Indiquez votre prénom et votre nom.',
    rank_missing: 'Indiquez votre grade ou votre fonction.',
    unit_missing: 'Indiquez votre unité ou votre service.',
    telephone_invalid: 'Indiquez un numéro de téléphone avec l’indicatif, par exemple +49 30 123456-78.',
    agency_missing: 'Choisissez une autorité.',
    agency_name_missing: 'Indiquez le nom complet de l’autorité.',
    agency_kind_missing: 'Choisissez la nature de l’autorité.',
    country_missing: 'Choisissez un pays.',
    domain_invalid: 'L’une des indications n’est pas un domaine. Écrivez par exemple polizei.berlin.de.',
    domain_missing: 'Indiquez au moins un domaine.',
    method_missing: 'Choisissez le mode de vérification.',
    number_missing: 'Indiquez le numéro de téléphone appelé.',
    source_missing: 'Indiquez où le numéro a été trouvé.',
    passkey_name_missing: 'Donnez un nom à la clé d’accès.',
    role_missing: 'Choisissez un rôle.',
  },
  register: {
    title: 'S’inscrire',
    step: (step, of) => `Inscription – étape ${step} sur ${of}`,
    email: {
      title: 'Votre adresse e-mail professionnelle',
      lead: 'L’inscription prend environ cinq minutes et n’est nécessaire qu’une fois. Nous vous envoyons d’abord un code pour confirmer votre adresse.',
      label: 'Adresse e-mail professionnelle',
      hint: 'Pas d’adresse privée. Par exemple prenom.nom@autorite.example',
      submit: 'Demander un code',
      haveAccount: 'Déjà inscrit ?',
    },
    code: {
      title: 'Saisir le code',
      lead: (email) =>
        `Nous avons envoyé un e-mail à ${email}. Son code est valable dix minutes, et vous avez cinq essais.`,
      label: 'Code reçu par e-mail',
      hint: 'Six chiffres',
      sentAgain: 'Nous avons envoyé un nouvel e-mail. Les codes précédents ne sont plus valables.',
      notArrived: 'Rien reçu ? Regardez aussi dans les courriers indésirables.',
      sendAgain: 'Demander un nouveau code',
      otherAddress: 'Utiliser une autre adresse',
      demoTitle: 'Démonstration : aucun e-mail n’est envoyé',
      demoText: 'Vous trouvez le code ici :',
    },
    person: {
      title: 'Vos indications',
      lead: (email) => `Votre adresse ${email} est confirmée. Qui êtes-vous ?`,
      name: 'Prénom et nom',
      rank: 'Grade ou fonction',
      rankHint: 'Par exemple commissaire principale',
      unit: 'Unité ou service',
      unitHint: 'Par exemple LKA 542, cybercriminalité',
      telephone: 'Téléphone (ligne directe)',
      telephoneHint: 'Avec l’indicatif. Nous vous appelons à ce numéro en cas de question.',
    },
    agency: {
      title: 'Votre autorité',
      noneKnown:
        'Nous ne connaissons pas encore d’autorité pour votre adresse e-mail. Décrivez-la ; nous la vérifierons par téléphone.',
      choose: 'Pour quelle autorité agissez-vous ?',
      chooseHint: 'Ces autorités correspondent à votre adresse e-mail.',
      other: 'Une autre autorité',
      name: 'Nom de l’autorité',
      nameHint: 'En entier, par exemple Landeskriminalamt Berlin',
      country: 'Pays',
      kind: 'Nature de l’autorité',
      kindEmpty: 'Veuillez choisir',
      domain: (domain) => `Domaine e-mail de l’autorité : ${domain} (d’après votre adresse)`,
    },
    passkey: {
      title: 'Créer une clé d’accès',
      lead: 'Avec une clé d’accès (passkey), vous vous connectez sans mot de passe, et elle seule déverrouille vos clés. Elle ne peut être ni devinée, ni interceptée, ni demandée par un faux site. Il vous faut l’un de ces moyens :',
      whatPlatform:
        'cet ordinateur avec empreinte digitale, reconnaissance faciale ou code PIN (par exemple Windows Hello)',
      whatKey: 'une clé de sécurité (FIDO2, avec code PIN)',
      whatPhone: 'un smartphone avec verrouillage d’écran',
      keys: 'En même temps, vos clés sont créées dans ce navigateur. Elles ne le quittent que verrouillées : nous ne pouvons pas les ouvrir.',
      create: 'Créer une clé d’accès',
      working: 'Veuillez confirmer sur votre appareil …',
      failed: 'La clé d’accès n’a pas été créée',
    },
    second: {
      title: 'Créer une seconde clé d’accès ?',
      lead: 'Si votre appareil est perdu ou remplacé, une seconde clé d’accès vous permet de continuer – par exemple sur une clé de sécurité dans un tiroir. Vous pouvez aussi le faire plus tard sous « Mon compte ».',
      thenConfirm:
        'Ensuite, le navigateur demande une clé d’accès que vous avez déjà : ainsi personne ne peut en ajouter une sur votre écran ouvert.',
      add: 'Créer une autre clé d’accès',
      later: 'Plus tard',
    },
  },
  passphrase: {
    title: 'Choisir une phrase secrète',
    whyTitle: 'Cette clé d’accès peut vous connecter, mais pas déverrouiller vos clés',
    why: 'Vos clés ont donc besoin en plus d’une phrase secrète. Vous la saisirez après chaque connexion. Qui la devine et vole notre base de données pourrait lire vos demandes : prenez plusieurs mots au hasard et ne les utilisez nulle part ailleurs. Nous ne connaissons pas cette phrase et ne pouvons pas la réinitialiser. Un appareil capable des deux, par exemple une clé de sécurité récente, est plus simple et plus sûr.',
    label: 'Phrase secrète',
    hint: (length) => `Au moins ${length} caractères, de préférence cinq mots au hasard ou plus`,
    repeat: 'Répéter la phrase secrète',
    tooShort: (length) => `La phrase secrète doit comporter au moins ${length} caractères.`,
    different: 'Les deux saisies diffèrent.',
  },
  recoveryCode: {
    title: 'Votre code de secours',
    lead: 'Si vous perdez toutes vos clés d’accès, seul ce code vous rend l’accès à vos demandes. Il n’est affiché que maintenant.',
    print: 'Imprimer la page',
    copy: 'Copier le code',
    warningTitle: 'Conservez le code séparément de vos appareils',
    warning:
      'Par exemple imprimé, dans le coffre du service. Ne le donnez à personne, pas même à nous : nous ne le demandons jamais.',
    confirmLabel: 'Pour confirmer, saisissez le dernier groupe de quatre',
    confirmHint: 'Les quatre derniers caractères du code. Majuscules ou minuscules, peu importe.',
    confirmWrong: 'Ce n’est pas le dernier groupe du code. Regardez ci-dessus.',
    confirm: 'J’ai noté le code',
  },
  invitation: {
    title: 'Vous êtes invité',
    lead: 'Ce lien vous permet de créer votre compte. Il ne sert qu’une fois, et seulement à vous.',
    team: 'Autorité ou entreprise',
    role: 'Rôle',
    email: 'Adresse e-mail',
    start: 'Créer le compte',
    newAccess: {
      title: 'Votre nouvel accès',
      lead: 'Deux personnes ont accepté de vous rendre l’accès. Vous créez maintenant une nouvelle clé d’accès ; votre nom, votre rôle et vos dossiers restent. Vous attendez ensuite d’être admis de nouveau après un appel. Le lien ne sert qu’une fois, et seulement à vous.',
      start: 'Créer le nouvel accès',
    },
    voidTitle: 'Ce lien n’est plus valable',
    voidText:
      'Les invitations sont valables sept jours, les liens pour un nouvel accès 24 heures ; ils ne servent qu’une fois. Demandez-en un nouveau à la personne dont vous tenez le lien. Si vous avez déjà créé votre compte, connectez-vous.',
  },
  signIn: {
    title: 'Se connecter',
    lead: 'Connectez-vous avec votre clé d’accès : empreinte digitale, visage, code PIN ou clé de sécurité. Il n’y a pas de mot de passe.',
    button: 'Se connecter avec une clé d’accès',
    working: 'Veuillez confirmer sur votre appareil …',
    autofillLabel: 'Ou choisir une clé d’accès dans la liste',
    autofillHint:
      'Cliquez dans le champ : votre navigateur propose les clés d’accès de cet appareil. Il n’y a rien à saisir.',
    failed: 'La connexion n’a pas abouti',
    noAccount: 'Pas encore de compte ?',
    register: 'S’inscrire',
    lost: 'Toutes les clés d’accès perdues ?',
    recover: 'Continuer avec le code de secours',
  },
  waiting: {
    title: 'Nous vérifions vos indications',
    reasons: {
      agency: {
        title: 'Votre autorité est en cours de vérification',
        text: 'Nous appelons votre autorité à un numéro trouvé dans un répertoire indépendant. Deux personnes chez nous doivent donner leur accord. Cela prend en général un jour ouvrable.',
      },
      colleague: {
        title: 'Votre admission est en attente',
        text: 'Le responsable de votre unité ou notre administration doit encore vous admettre. Ils ont été avertis ; le plus rapide est de leur parler directement.',
      },
      staff: {
        title: 'Votre admission est en attente',
        text: 'L’administration du portail doit encore vous admettre. Elle a été avertie.',
      },
      return: {
        title: 'Votre nouvel accès est créé',
        text: 'Pour que personne d’autre ne puisse utiliser votre lien, le responsable de votre unité ou notre administration vous appellera avant de vous admettre. Ils ont été avertis.',
      },
      recovery: {
        title: 'Une seconde personne doit confirmer votre rétablissement',
        text: 'Votre nouvelle clé d’accès est créée. Pour qu’un code volé ne serve à personne, le responsable de votre unité ou notre administration doit confirmer que c’est bien vous. Ils ont été avertis.',
      },
    },
    mail: 'Vous recevrez un e-mail dès que la suite sera possible. Cette page s’actualise d’elle-même ; vous pouvez la fermer.',
    fingerprint: {
      title: 'Votre empreinte pour l’appel',
      team: 'Lorsque nous appellerons votre autorité, nous vous demanderons de lire ces caractères. Votre navigateur les a calculés à partir de la clé de votre autorité : si nous voyons les mêmes, personne ne l’a échangée en chemin.',
      person:
        'La personne qui vous admet peut comparer ces caractères avec vous au téléphone. Votre navigateur les a calculés à partir de votre clé : s’ils sont identiques, personne ne l’a échangée en chemin.',
    },
  },
  ownFingerprints: {
    teamUnknown:
      'Ce navigateur ne connaît pas encore la clé de votre équipe. La personne qui s’est inscrite en premier peut lire l’empreinte.',
  },
  unlock: {
    first: 'Vos clés doivent d’abord être déverrouillées.',
    title: 'Déverrouiller vos clés',
    lead: 'Vos clés sont verrouillées parce que la page a été rechargée ou que vous vous êtes absenté un moment. Un geste suffit ; ce que vous avez saisi est encore là.',
    button: 'Déverrouiller avec la clé d’accès',
    working: 'Veuillez confirmer sur votre appareil …',
    failed: 'Les clés sont toujours verrouillées',
    passphraseHint: 'La phrase secrète choisie lors de la création de la clé d’accès',
    buttonPassphrase: 'Déverrouiller',
  },
  teamKeyNotice: {
    waits: {
      agency: (names) =>
        names.length === 1
          ? `${names[0]} attend la clé de votre unité`
          : `${names.length} personnes attendent la clé de votre unité`,
      provider: (names) =>
        names.length === 1
          ? `${names[0]} attend la clé du portail`
          : `${names.length} personnes attendent la clé du portail`,
    },
    waitsText: 'Vous l’avez et pouvez la remettre après un appel.',
    toPeople: 'Voir',
    lacks: {
      agency: {
        title: 'Il vous manque encore la clé de votre unité',
        text: 'D’ici là, vous ne pouvez rien lire de ce qui est chiffré, ni rien écrire. Demandez au responsable de votre unité, ou à une personne qui y est depuis plus longtemps, de vous la remettre sous « Collègues ». Pour cela, vous lisez au téléphone l’empreinte de votre propre clé.',
      },
      provider: {
        title: 'Il vous manque encore la clé du portail',
        text: 'D’ici là, vous ne pouvez rien lire de ce qui est chiffré, ni rien écrire. Demandez à l’administration, ou à une personne qui l’a, de vous la remettre sous « Équipe ». Pour cela, vous lisez au téléphone l’empreinte de votre propre clé.',
      },
    },
    toFingerprint: 'Vers votre empreinte',
  },
  intakeKeyFollowed: {
    title: 'Le portail a une nouvelle clé',
    text: 'Votre navigateur a vérifié que l’ancienne clé a certifié la nouvelle. Vous n’avez rien à faire.',
  },
  sealingBlocked: {
    intake_key_missing: {
      title: 'Le portail n’est pas encore configuré',
      text: 'L’administration du portail n’a pas encore créé la clé de réception. D’ici là, rien ne peut être chiffré ni envoyé.',
    },
    intake_key_not_pinned: {
      title: 'La clé du portail ne correspond pas à l’empreinte enregistrée',
      text: 'Rien n’est chiffré et rien n’est envoyé. Prévenez l’exploitant.',
    },
    intake_key_changed: {
      title: 'La clé du portail a changé',
      text: 'Votre navigateur connaît une autre clé. Quelqu’un essaie peut-être de lire. Rien n’est chiffré et rien n’est envoyé ; l’administration est avertie. Appelez-la à un numéro que vous connaissez.',
    },
    agency_key_missing: {
      title: 'Votre autorité n’a pas encore de clé',
      text: 'La première personne de votre autorité qui s’inscrit la crée. D’ici là, rien ne peut être chiffré.',
    },
    agency_key_not_certified: {
      title: 'La clé de votre autorité n’est pas encore certifiée',
      text: 'L’administration du portail la certifie en général avec votre autorité. D’ici là, rien ne peut être chiffré ni envoyé.',
    },
    team_key_refused: {
      title: 'La clé de votre équipe ne s’ouvre pas',
      text: 'Ce que le serveur conserve ne correspond pas à ce qui est attendu. Prévenez l’administration du portail et interrompez votre travail.',
    },
    team_key_missing: {
      title: 'Il vous manque encore la clé de votre équipe',
      text: 'Une personne de votre équipe qui l’a doit vous la remettre. Demandez-la ; au téléphone, vous lisez l’empreinte de votre propre clé, qui figure sous « Mon compte ».',
    },
  },
};
