import type { Catalogue } from '../catalogue.ts';
import type { de } from './de.ts';

export const fr: Catalogue<typeof de> = {
  titles: {
    notFound: 'Cette page n’existe pas',
    forbidden: 'Vous n’y êtes pas autorisé',
    failed: 'Cela n’a pas fonctionné',
  },
  codes: {
    not_found: 'Elle n’existe pas ou ne vous est pas destinée. Vérifiez l’adresse.',
    forbidden: 'Votre rôle ne le permet pas. Adressez-vous à la direction de votre service.',
    changed_meanwhile: 'Quelqu’un a été plus rapide. Rechargez la page et regardez ce qui a changé.',
    signed_out: 'Votre session a expiré. Reconnectez-vous ; rien n’est perdu.',
    too_many_tries: 'Trop de tentatives. Attendez quelques minutes, puis réessayez.',
    bad_input: 'Il manque des indications ou certaines ne conviennent pas. Vérifiez votre saisie.',
    email_free_mail:
      'N’importe qui peut obtenir cette adresse. Prenez l’adresse professionnelle de la personne.',
    email_other_domain:
      'Cette adresse n’appartient à aucun domaine de l’autorité. Vérifiez l’adresse, ou ajoutez d’abord le domaine à l’autorité.',
    file_exists: 'Le serveur a déjà une autre version de ce fichier. Supprimez-le et ajoutez-le de nouveau.',
    file_gone: 'Ce fichier n’est plus sur le serveur. Supprimez-le et ajoutez-le de nouveau.',
    file_refused: 'Le serveur n’a pas accepté le fichier chiffré. Supprimez-le et ajoutez-le de nouveau.',
    file_submitted:
      'Ce fichier fait partie d’une version déposée et reste tel quel. Ajoutez-le de nouveau si quelque chose doit changer.',
    file_too_large: 'Le fichier dépasse la taille autorisée. Divisez-le.',
    files_incomplete:
      'Au moins une pièce jointe n’est pas encore complète. Attendez que toutes soient terminées.',
    not_editable: 'Cette demande ne peut pas être modifiée dans son état actuel.',
    written_elsewhere:
      'Cette correction est déjà en cours de rédaction : par l’autorité dans le portail, ou par le fournisseur, qui l’a reçue par courriel ou par lettre. Un seul côté peut la déposer. Attendez que l’autre ait terminé ou supprimé son brouillon.',
    arrival_missing: 'Rien n’est arrivé pour cette correction. Commencez par l’arrivée qui la contient.',
    answer_too_large_for_mail:
      'La réponse est trop grande pour un courriel. Invitez l’autorité dans le portail, ou répondez en plusieurs parties.',
    key_missing:
      'Personne n’a vérifié de clé pour l’adresse de l’autorité. Vérifiez-la sur la page de la demande, ou invitez l’autorité dans le portail.',
    team_keys_missing:
      'Il manque une clé : celle de votre service ou celle du fournisseur. Veuillez attendre l’admission de votre service.',
    too_many_files:
      'Le nombre maximal de pièces jointes est atteint. Supprimez-en une ou regroupez des fichiers.',
    already_registered: 'Il existe déjà un compte pour cette adresse. Connectez-vous.',
    challenge_stale: 'Cela a pris plus de cinq minutes ou a déjà été envoyé. Recommencez cette étape.',
    code_expired: 'Ce code n’est plus valable. Demandez-en un nouveau.',
    grant_invalid: 'La clé de votre équipe ne s’ouvre pas. Prévenez l’administration du portail.',
    intake_key_elsewhere:
      'Les réglages du portail contiennent déjà une empreinte, mais la clé correspondante manque. L’exploitant doit mettre INTAKE_FINGERPRINT à setup ou restaurer la base de données.',
    invitation_void: 'Cette invitation n’est plus valable. Demandez-en une nouvelle.',
    key_expired: 'Une clé a expiré. Rien n’a été envoyé. Prévenez l’administration du portail.',
    key_mismatch:
      'Une clé n’est pas celle attendue. Rien n’a été envoyé. Prévenez l’administration du portail.',
    key_not_certified:
      'La clé de l’autorité n’est pas certifiée. Rien n’a été envoyé. L’administration du portail doit la certifier.',
    key_refused: 'Le serveur n’a pas accepté l’une des nouvelles clés. Rechargez la page et réessayez.',
    key_revoked: 'Une clé a été révoquée. Rien n’a été envoyé. Prévenez l’administration du portail.',
    key_unreadable: 'Une clé est illisible. Rien n’a été envoyé. Prévenez l’administration du portail.',
    key_weak: 'Une clé est trop faible. Rien n’a été envoyé. Prévenez l’administration du portail.',
    last_key_holder:
      'Seule cette personne possède la clé du portail. Donnez-la d’abord à une autre personne de l’équipe, sinon plus rien ne sera lisible.',
    last_of_role:
      'L’administration, la protection des données et le service juridique ont chacun besoin d’au moins une personne admise. Invitez-en d’abord une autre ou changez un rôle.',
    proposal_expired:
      'Cette proposition a plus de sept jours et n’est plus valable. Proposez-le de nouveau si nécessaire.',
    proposer_left:
      'La personne qui a proposé cela a été suspendue ou est partie depuis. N’approuvez pas ; quelqu’un pourra ensuite le proposer de nouveau.',
    proposal_outdated:
      'Depuis la proposition, une personne qui devait recevoir la clé est partie, ou son auteur n’y est plus autorisé. Retirez la proposition et créez une autre clé.',
    agencies_changed:
      'Entre-temps, une autorité a été vérifiée ou suspendue, ou a changé de clé. Rien n’a été modifié. Réessayez maintenant.',
    handover_invalid:
      'La nouvelle clé n’est pas certifiée par la clé actuelle. Rien n’a été modifié. Appelez la personne qui l’a proposée.',
    last_passkey: 'C’est votre seule clé d’accès. Créez-en d’abord une autre.',
    note_missing: 'Chaque nouvelle version demande une note dans les trois langues disant ce qui a changé.',
    pdf_unavailable: 'Ce serveur ne peut pas créer de fichiers PDF. Prenez CSV ou JSON, ou imprimez la page.',
    report_proposed: 'Ce rapport attend la seconde approbation. Retirez d’abord la proposition.',
    year_of_portal: 'Le portail compte lui-même cette année ; elle n’est pas reprise de l’extérieur.',
    needs_second_person:
      'Deux personnes différentes doivent le faire. Demandez la seconde approbation à quelqu’un d’autre.',
    no_connection:
      'Le serveur est injoignable. Vérifiez votre connexion et réessayez ; vos indications sont encore là.',
    passkey_busy: 'Une autre demande de clé d’accès a remplacé celle-ci. Réessayez.',
    passkey_exists:
      'Cet appareil possède déjà une clé d’accès pour votre compte. Utilisez un autre appareil ou connectez-vous avec la clé existante.',
    passkey_failed:
      'L’appareil n’a pas pu utiliser la clé d’accès. Fermez les autres fenêtres de ce site, vérifiez l’appareil et réessayez.',
    passkey_no_verification:
      'Cet appareil ne peut pas conserver de clé d’accès ou vous reconnaître par code PIN, empreinte ou visage. Configurez-y un code PIN ou utilisez un autre appareil.',
    passkey_not_allowed:
      'L’opération a été annulée, a pris trop de temps, ou une règle de votre ordinateur l’interdit : le navigateur ne dit pas laquelle de ces raisons. Réessayez. Si cela échoue encore, demandez à votre service informatique si les clés d’accès (WebAuthn) sont autorisées, ou utilisez une clé de sécurité.',
    passkey_not_supported:
      'Ce navigateur ne gère pas les clés d’accès. Utilisez une version récente de Firefox, Chrome, Edge ou Safari.',
    passkey_refused:
      'Le serveur n’a pas accepté la nouvelle clé d’accès. Réessayez, au besoin avec un autre appareil.',
    passkey_wrong_site:
      'Les clés d’accès ne fonctionnent qu’à la bonne adresse du portail et via une connexion sécurisée. Vérifiez la barre d’adresse.',
    passphrase_too_short: 'La phrase secrète est trop courte.',
    random_failed:
      'Votre navigateur ne fournit pas de nombres aléatoires sûrs. Rien n’a été envoyé. Redémarrez-le.',
    recovery_code_typo:
      'Ce n’est pas un code de secours complet. Vérifiez les caractères ; il comporte sept groupes de quatre.',
    recovery_refused:
      'Ce code ne fonctionne pas. Vérifiez qu’il s’agit du plus récent ; chaque code ne sert qu’une fois.',
    registration_stale: 'Cette inscription a expiré ou est déjà terminée. Recommencez ou connectez-vous.',
    room_locked: 'Vos clés sont verrouillées. Déverrouillez-les avec votre clé d’accès et réessayez.',
    sign_in_refused:
      'Impossible de se connecter avec cette clé d’accès. Utilisez-en une autre. Si votre compte est suspendu ou n’existe pas encore, adressez-vous au responsable de votre unité.',
    signature_invalid:
      'La signature avec la clé d’accès n’est pas valable. Réessayez avec une clé d’accès de ce compte.',
    signature_stale: 'La signature date de plus de cinq minutes ou a déjà servi. Signez à nouveau.',
    timed_out: 'Le chiffrement a pris trop de temps. Rien n’a été envoyé. Rechargez la page.',
    too_large: 'C’est trop volumineux.',
    worker_failed:
      'La partie de la page qui chiffre n’a pas démarré. Rien n’a été envoyé. Rechargez la page ou utilisez un autre navigateur.',
    wrong_secret:
      'Cela ne déverrouille pas vos clés. Utilisez une autre clé d’accès ou vérifiez la phrase secrète.',
    already_signed:
      'Cette décision porte déjà une signature de ce rôle. La seconde doit venir de l’autre rôle.',
    decided_meanwhile:
      'La demande a évolué entre-temps. Votre décision n’a pas été enregistrée. Consultez le nouvel état.',
    explanation_differs:
      'Les explications chiffrées ne correspondent pas à la signature. Rien n’a été enregistré. Veuillez réessayer.',
    finding_invalid:
      'Une constatation désigne un champ ou un motif qui n’existe pas pour cette catégorie. Vérifiez les constatations.',
    answer_prepared: 'La réponse est déjà signée et attend la seconde personne. Rechargez la page.',
    answer_gone: 'Cette réponse n’attend plus d’être transmise. Rechargez la page.',
    answer_expired: 'Les fichiers de cette réponse ont déjà été supprimés. Rechargez la page.',
    two_people_needed:
      'La personne qui a préparé la réponse ne peut pas la transmettre elle-même. Une seconde personne doit le faire.',
    proposal_gone: 'Cette proposition n’existe plus. Rechargez la page.',
    proposal_pending: 'Il existe déjà une proposition. Signez-la aussi, ou écartez-la d’abord.',
    statement_differs:
      'Ce que vous avez signé ne correspond plus à la demande. Rechargez la page et vérifiez à nouveau.',
    statement_invalid: 'La décision n’est pas complète. Vérifiez vos saisies.',
    call_back_missing:
      'L’autorité doit d’abord être rappelée. Consignez le rappel ; ensuite vous pourrez accepter.',
    no_emergency: 'Cette demande n’est pas une urgence.',
    confirmed_on_invalid: 'Le jour de la décision n’est pas possible. Il ne doit pas être dans le futur.',
    message_exists: 'Ce message existe déjà. Rechargez la page.',
    person_not_active:
      'Cette personne ne peut pas reprendre la demande : elle n’appartient pas à votre service ou n’est pas admise.',
    status_forbids: 'Ce n’est pas possible dans l’état actuel de la demande. Rechargez la page.',
    too_many_views: 'Vous avez déjà enregistré 20 vues. Supprimez-en une d’abord.',
    view_name_missing: 'Donnez un nom à la vue.',
    correction_period_over: 'Le délai de correction est écoulé. Présentez une nouvelle demande.',
    draft_changed_meanwhile: 'Il existe une version plus récente de ce brouillon. Rechargez la page.',
    draft_too_large:
      'Le brouillon est trop volumineux pour être enregistré. Raccourcissez les textes ou retirez des identifiants ou des fichiers.',
    manifest_invalid:
      'La signature ne correspond pas aux indications. Rechargez la page et transmettez à nouveau.',
    manifest_mismatch:
      'Quelque chose a changé pendant que vous signiez. Rechargez la page et transmettez à nouveau.',
    message_refused:
      'Le serveur n’a pas accepté le formulaire chiffré, car il n’est pas chiffré exactement pour votre autorité et le fournisseur. Rechargez la page et réessayez.',
    public_part_invalid:
      'Certaines indications sont incomplètes ou ne correspondent pas à la catégorie de données. Vérifiez-les.',
    rule_set_changed:
      'De nouvelles règles s’appliquent depuis que vous avez ouvert le formulaire. Rechargez la page et vérifiez vos indications.',
    rule_set_missing:
      'Aucune règle n’est enregistrée pour la date d’aujourd’hui. Adressez-vous au fournisseur.',
    submission_forbidden:
      'La demande ne peut pas être transmise ainsi. Vérifiez la base légale, la décision, la période et les avertissements ouverts.',
    unknown:
      'Une erreur s’est produite sur le serveur. Vos indications sont conservées. Réessayez dans une minute.',
  },
  toStart: 'Vers la page d’accueil',
};
