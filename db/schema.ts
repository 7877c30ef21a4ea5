/**
 * All tables, one file per area. The words are those of the product: a `team` is the provider or one agency, a
 * `legal request` is what an authority sends, `sealed` means encrypted in a browser so that the server cannot read it.
 */
export * from './schema/emergency.ts';
export * from './schema/answers.ts';
export * from './schema/arrivals.ts';
export * from './schema/costs.ts';
export * from './schema/events.ts';
export * from './schema/files.ts';
export * from './schema/keys.ts';
export * from './schema/legal-requests.ts';
export * from './schema/messages.ts';
export * from './schema/notifications.ts';
export * from './schema/review.ts';
export * from './schema/sign-in.ts';
export * from './schema/teams.ts';
export * from './schema/transparency.ts';
