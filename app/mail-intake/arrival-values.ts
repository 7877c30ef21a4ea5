/** The desk's lanes for what came beside the portal. */
export const lanes = ['waiting', 'quarantined', 'refused', 'done'] as const;
export type Lane = (typeof lanes)[number];

/** What staff records by hand. */
export const paperChannels = ['post', 'fax'] as const;
