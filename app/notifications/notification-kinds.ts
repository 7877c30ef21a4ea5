import { agencyRoles, type Role } from '#app/accounts/permissions.ts';

/** When a person is told: at once, in the daily digest, or not at all. */
export const timings = ['now', 'digest', 'off'] as const;
export type Timing = (typeof timings)[number];

interface KindRule {
  /** Roles that are told of this kind at all. */
  roles: readonly Role[];
  /** Until the person chooses otherwise. */
  initially: Timing;
  /** Whether it always comes at once, whatever anybody chooses. */
  fixed: boolean;
}

const reviewers = ['clerk', 'dpo', 'counsel'] as const;
const everybody = [...agencyRoles, ...reviewers];
const rule = (roles: readonly Role[], initially: Timing = 'now'): KindRule => ({
  roles,
  initially,
  fixed: false,
});

/**
 * Kinds of events that people are told of by mail, in the order of the page. Mails about accounts and keys (recovery, a
 * new key, an alarm) are no notifications: nobody can switch them off.
 */
export const notificationKinds = {
  emergency_submitted: { roles: reviewers, initially: 'now', fixed: true },
  legal_request_submitted: rule(reviewers),
  legal_request_withdrawn: rule(reviewers),
  legal_request_received: rule(agencyRoles),
  legal_request_handed_over: rule(agencyRoles),
  // Says little and nothing has to be done: not one mail more for each legal request.
  review_started: rule(agencyRoles, 'digest'),
  status_changed: rule(agencyRoles),
  message_received: rule(everybody),
  correction_reminder: rule(agencyRoles),
  answer_partial: rule(agencyRoles),
  answer_expires: rule(agencyRoles),
  deadline_reminder: rule(reviewers),
  deadline_missed: rule(reviewers),
  answer_mail_failed: rule(reviewers),
  interception_ending: rule(everybody),
  costs_claim_ending: rule(reviewers),
} as const satisfies Record<string, KindRule>;

export type NotificationKind = keyof typeof notificationKinds;

export const isNotificationKind = (text: string): text is NotificationKind =>
  Object.hasOwn(notificationKinds, text);

/** The kinds that a role is told of. */
export function kindsFor(role: Role): NotificationKind[] {
  return (Object.keys(notificationKinds) as NotificationKind[]).filter((kind) =>
    (notificationKinds[kind].roles as readonly Role[]).includes(role),
  );
}

/** When a person is told of this kind. @param chosen what the person chose, if anything */
export function timingOf(kind: NotificationKind, chosen: Timing | null | undefined): Timing {
  const { fixed, initially } = notificationKinds[kind];
  return fixed ? 'now' : (chosen ?? initially);
}
