/** Whom and how to answer a legal request of an agency outside of the portal. */
export type MailReply = {
  /** Null where it came as a letter. */
  address: string | null;
  /** `isKnown`: staff has compared its fingerprint; otherwise it only came with the mail. */
  key: { publicKey: string; fingerprint: string; isKnown: boolean } | null;
  /** Decisions that went out already. */
  sent: { decisionId: string; at: string }[];
};
