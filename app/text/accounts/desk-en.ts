import type { Catalogue } from '../catalogue.ts';
import type { desk as de } from './desk-de.ts';

export const desk: Catalogue<typeof de> = {
  people: {
    name: 'Person',
    role: 'Role',
    status: 'Status',
    actions: 'What you can do',
    roleProposed: (role) => `Proposed: ${role}`,
    recovered: 'account opened with the recovery code',
    withoutKey: 'does not have the team key yet',
    withoutOlderKey: 'does not have an earlier team key yet',
    fingerprint: 'Fingerprint of the key',
    admit: 'Admit',
    confirmRecovery: 'Confirm the recovery',
    decline: 'Decline',
    declineTitle: (name) => `Decline ${name}?`,
    declineText: 'The person gets an e-mail and cannot use the portal.',
    declineRecoveryText:
      'The account is suspended, all sessions end, and the new passkey and the new code are void: after that only new access helps. Choose this if somebody else may have used the recovery code.',
    suspend: 'Suspend',
    suspendTitle: (name) => `Suspend ${name}?`,
    suspendText: 'All sessions of the person end at once, and the person cannot sign in any more.',
    withdraw: 'Remove from the unit',
    withdrawTitle: (name: string) => `Remove ${name} from the unit?`,
    withdrawText:
      'All sessions of this person end at once, the person cannot sign in any more, and their access to the key is deleted. This cannot be undone.',
    withdrawKeyText:
      'At the same time your browser makes a new key for the unit. Until the administrators of the portal have confirmed it, nobody in your unit can save drafts or send requests. Everything so far stays readable.',
    withdrawDeskText:
      'The head of the unit will be asked to make a new key, because this person may have kept the present one.',
    access: 'New access',
    accessTitle: (name) => `Propose new access for ${name}?`,
    accessText:
      'For somebody who has lost all passkeys and the recovery code. Speak with the person first: face to face, or at a number that you know. Nothing changes yet; a second person must agree.',
    accessThen:
      'Then all earlier passkeys and sessions end, and a link that is valid for 24 hours goes to the official e-mail address. With it the person sets up a new passkey and waits to be admitted again.',
    accessProposed: 'New access proposed',
    confirmAccess: 'Agree to new access',
    confirmAccessTitle: (name) => `Agree to new access for ${name}?`,
    confirmAccessText:
      'Agree only if you have spoken with the person yourself: face to face, or at a number that you know – never at one from an e-mail.',
    linkSent: 'link for new access sent, not used yet',
    linkUsed:
      'New access set up. Call the person and compare the fingerprint of the person’s key before you admit them.',
    accessEnded:
      'The return was declined. Passkeys and recovery code are void; once the suspension is lifted only new access helps.',
    declineReturnText:
      'The account is suspended, all sessions end, and the new passkey and the new code are void: after that only new access helps, once more. Choose this if somebody else may have used the link.',
    withdrawStaff: 'Remove from the team',
    withdrawStaffTitle: (name) => `Remove ${name} from the team?`,
    withdrawStaffText:
      'Nothing changes yet; a second person must agree. Then all sessions of this person end, the person cannot sign in any more, and their access to the key of the portal is deleted. This cannot be undone.',
    withdrawalProposed: 'Removal proposed',
    confirmWithdrawal: 'Agree to the removal',
    confirmWithdrawalTitle: (name) => `Remove ${name} from the team for good?`,
    confirmWithdrawalText:
      'All sessions of this person end at once, the person cannot sign in any more, and their access to the key of the portal is deleted. This cannot be undone.',
    reinstate: 'Lift the suspension',
    takeRefusalBack: 'Take the refusal back',
    changeRole: 'Change role',
    changeRoleTitle: (name) => `Change the role of ${name}`,
    changeRoleText: 'A second person must agree before the new role takes effect.',
    newRole: 'New role',
    choose: 'Please choose',
    propose: 'Propose',
    confirmRole: 'Agree to the change of role',
    takeBack: 'Take back',
    refuse: 'Do not agree',
  },
  invite: {
    title: 'Invite a person',
    email: 'E-mail address',
    role: 'Role',
    submit: 'Send the invitation',
    sent: 'The invitation is on its way',
    linkHint:
      'You can also hand over the link yourself. It is valid for seven days, works once, and is shown only now:',
  },
  colleagues: {
    title: 'Colleagues',
    rotationDue: 'Your unit needs a new key',
    rotationDueText:
      'Somebody who had the present key has left. The new one is made in your browser and locked for everybody who stays. Then the administrators of the portal must confirm it; until then nobody can save drafts or send requests. Everything so far stays readable.',
    rotate: 'Make a new key',
    uncertified: 'Your unit’s key is waiting to be confirmed',
    uncertifiedText:
      'The administrators of the portal have been told and will call you to compare this fingerprint. Until then nobody in your unit can save drafts or send requests; you can read everything.',
    waiting: 'Waiting to be admitted',
    waitingLead:
      'Admit only people whom you know and who belong to your unit. Once admitted they have the key of your unit and can read all its requests, earlier ones too. Compare the fingerprint by telephone before: they see theirs on the page on which they wait.',
    waitingInfo: 'The head of your unit admits them.',
    admitted: 'Admitted',
    alone: 'You are alone here so far',
    aloneText:
      'Colleagues register with their official e-mail address and choose your authority. Then they appear here.',
  },
  staff: {
    title: 'Team',
    lead: 'The provider’s people. Whoever may read requests gets the key of the portal when admitted, locked for that person alone.',
    compare:
      'Before you admit somebody, compare the fingerprint by telephone: they see theirs on the page on which they wait.',
  },
  keyGiving: {
    title: 'Waiting for the key',
    lead: {
      agency:
        'These people are admitted, but do not have the key of your unit yet, or not all earlier ones. Without it they can read nothing that is encrypted. It can be given by whoever has it.',
      provider:
        'These people are admitted, but do not have the key of the portal yet, or not all earlier ones. Without it they can read nothing that is encrypted. It can be given by whoever has it.',
    },
    admittedBy: (name, at) => `Admitted by ${name}, ${at}`,
    admittedByPortal: (name, at) => `Admitted by the portal’s staff (${name}), ${at}`,
    give: 'Give the key',
    giveTitle: (name) => `Give ${name} the key?`,
    compare:
      'Call the person on a number that you know. The person reads out the fingerprint that they see as their own under “My account”. Give the key only if it is this one:',
    means: {
      agency:
        'Afterwards the person can read all that your unit sends and receives, what is there already too. This cannot be undone.',
      provider:
        'Afterwards the person can read all that is sent to the portal, what is there already too. This cannot be undone.',
    },
    receivers: 'Besides you, the new key is given to:',
    noReceivers: 'The new key is given to you alone.',
    receiversHint:
      'Look through the list. If there is somebody whom you do not know, or another fingerprint than the person sees under “My account”, stop and tell the operator.',
  },
  agencyStatuses: {
    pending: 'not verified',
    verified: 'verified',
    declined: 'declined',
    suspended: 'suspended',
    outside: 'does not use the portal',
  },
  agencies: {
    title: 'Authorities',
    lead: 'What needs something is on top.',
    none: 'No authorities yet',
    noneText: 'Authorities appear here as soon as somebody registers for them.',
    name: 'Authority',
    status: 'Status',
    todo: 'To do',
    people: 'People',
    peopleCount: (active, waiting) =>
      waiting === 0 ? `${active} admitted` : `${active} admitted, ${waiting} waiting`,
    nextVerification: 'Next verification',
    nothingTodo: '–',
    todos: {
      confirm: 'second approval',
      certify: 'certify the key',
      verify: 'verify',
      due: 'verify again',
    },
  },
  agency: {
    back: 'All authorities',
    people: 'People',
    nobody: 'Nobody has registered yet',
    nobodyText:
      'You can invite the first person below. The key of the authority is made in that person’s browser.',
    key: 'Key of the authority',
    noKey: 'The authority has no key yet. It is made in the browser of its first person.',
    certified: 'Certified by the key of the portal.',
    notCertified: 'Not certified yet: the authority cannot seal and send anything.',
    replaces: 'It replaces this earlier key:',
    toReplace:
      'A new key: somebody has left the agency. The earlier key has signed it, but whoever left knew that key too. So compare the new fingerprint by telephone. The earlier one:',
    certifyText:
      'Compare the fingerprint by telephone with the one that the authority sees under “My account”. It is certified in your browser.',
    certify: 'Certify the key',
    domains: 'E-mail domains',
    domainsLabel: 'Domains of the authority',
    domainsHint:
      'One a line. Whoever has an address there can choose this authority when registering. Subdomains are included.',
    endTitle: 'Decline or suspend',
    declineLead: 'If the authority cannot be confirmed.',
    decline: 'Decline the authority',
    declineTitle: (name) => `Decline ${name}?`,
    declineText: 'Everybody who registered for this authority is declined and told so.',
    suspendLead: 'All sessions of the authority end at once. Its requests are kept.',
    suspend: 'Suspend the authority',
    suspendTitle: (name) => `Suspend ${name}?`,
    suspendText: 'All sessions of the authority end at once, and nobody of it can sign in.',
    reinstate: 'Lift the suspension',
    takeRefusalBackLead:
      'After that the authority can be verified again, and whoever was declined with it waits again to be admitted.',
    takeRefusalBack: 'Take the refusal back',
  },
  verification: {
    proposeTitle: 'Enter a verification',
    proposeLead:
      'Call the authority at a number that you found in an independent register – never at the number from the registration. Ask for the person and have the fingerprint read out.',
    method: 'How was it verified?',
    methods: {
      call_back: 'Call back to the authority',
      visit: 'Visit or appearance in person',
      official_letter: 'Official letter',
      known_contact: 'Contact known before',
    },
    number: 'Telephone number called',
    numberHint: 'The number from the register',
    source: 'Where was the number found?',
    sourceHint: 'For example “register of authorities of the Land Berlin, looked up today”',
    note: 'Note',
    propose: 'Hand over for the second approval',
    confirmTitle: 'Second approval',
    proposedBy: (name, at) => `Entered by ${name} on ${at}:`,
    keyToCertify: 'With the approval this key of the authority is certified:',
    needsSecond: 'A second person must agree',
    needsSecondText:
      'Whoever entered the verification cannot approve it too. Data protection, legal and administration have been told.',
    confirmText:
      'Check the details yourself. With your approval the authority counts as verified for twelve months, and the people who hold its key are admitted.',
    confirm: 'Approve and certify the key',
    refuse: 'Do not approve',
    takeBack: 'Take the entry back',
    history: 'Verifications',
    noHistory: 'No finished verification yet.',
    dueAt: (at) => `Next verification by ${at}`,
    confirmedBy: (proposer, confirmer, at) => `Verified by ${proposer} and ${confirmer}, ${at}`,
    declinedBy: (proposer, decliner, at) => `Entered by ${proposer}, not approved by ${decliner}, ${at}`,
  },
  keys: {
    title: 'Keys',
    intake: 'Key of the portal',
    noIntake: 'The key is made when the first administrator registers.',
    pinned: 'It is the one whose fingerprint is in the settings.',
    pinnedBySetup:
      'Recorded in the portal. The operator should write this fingerprint into the settings as INTAKE_FINGERPRINT.',
    pinnedByFormer: 'The settings still name a former fingerprint',
    pinnedByFormerText:
      'It goes on counting, because that key has handed over to this one. The operator should change INTAKE_FINGERPRINT to the fingerprint above.',
    notPinned: 'The key does not fit the recorded fingerprint',
    notPinnedText:
      'Nobody can send anything to the portal. Check the database and the settings before you go on.',
    knownOutside: 'Somebody who has left knew this key',
    knownOutsideText:
      'The person’s access is deleted. But with a copy of the key the person could read what is sent to the portal – if they also got hold of the database or a backup. Therefore change the key. That does not protect what came before: check who has access to database and backups, too.',
    publicPage: 'Public page with the key',
    holders: 'Who has it',
    holdersLead: 'These people can read what is sent to the portal:',
    agencies: 'Keys of authorities',
    noAgencies: 'No keys of authorities yet',
    noAgenciesText: 'They are made in the browser of the first person of an authority.',
    agency: 'Authority',
    fingerprint: 'Fingerprint',
    state: 'Status',
    certifiedAt: (at) => `certified on ${at}`,
    notCertified: 'not certified',
  },
  keyChange: {
    title: 'Change the key',
    lead: 'This is needed when somebody has left who knew the key, or when it may have come into other hands. It takes two people. What is there already stays readable.',
    make: 'Make a new key',
    makeTitle: 'Make a new key for the portal?',
    makeText:
      'Nothing changes yet. Within seven days a second person from administration, data protection or legal must compare the fingerprints with you and agree.',
    mayNot: 'A new key is made by somebody from administration or data protection.',
    proposed: 'A new key waits for approval',
    proposedBy: (name, at, until) => `Proposed by ${name}, ${at}. The proposal is valid until ${until}.`,
    present: 'Present key',
    next: 'New key',
    ownText:
      'Somebody else from administration, data protection or legal must agree. Talk to that person on the telephone, and read both fingerprints out in full.',
    notOwn: 'This is not the key that your browser made',
    notOwnText: 'Take the proposal back and tell the operator.',
    compare: (name) =>
      `Call ${name} on a number that you know, and have both fingerprints read out to you. They must match what you see here; type the end of the new one as you hear it.`,
    hidden: 'the last four groups are hidden',
    lastGroups: 'Last four groups of the new key',
    lastGroupsHint: '16 characters, with or without spaces',
    lastGroupsWrong:
      'This does not fit the new key. Have the groups read out once more. If it does not fit again, do not agree and tell the operator.',
    confirmText: (agencies) =>
      `Your browser checks that the present key has certified the new one${agencies === 0 ? '' : agencies === 1 ? ', certifies the key of the one verified authority anew' : `, certifies the keys of the ${agencies} verified authorities anew`} and asks for your passkey. The new key counts at once.`,
    confirm: 'Agree and change',
    noGrant:
      'You came after the proposal and do not have the new key yet. Somebody else must agree; then somebody who has it can give it to you under “Team”.',
    over: 'This proposal is no longer valid',
    expired: 'It is older than seven days. Make a new key if it is still needed.',
    outdated:
      'Somebody who was to get the new key has left meanwhile, or whoever proposed it may not do so any more. Take the proposal back and make a new key.',
    toChange: 'To the change of the key',
    former: 'Former keys',
    formerText: 'What was sealed to them stays readable to everybody who has them.',
  },
};
