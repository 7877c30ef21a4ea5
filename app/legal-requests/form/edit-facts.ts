import type { EarlierLegalRequest } from '#app/legal-requests/automatic-checks.ts';
import type { Correction } from '#app/legal-requests/corrections.server.ts';
import type { StoredDraft } from '#app/legal-requests/drafts.server.ts';
import type { AgencyKey } from '#app/accounts/sealing-keys.ts';
import type { FoundRevision } from '#app/legal-requests/revisions.server.ts';
import type { Contact } from '#app/legal-requests/form-answers.ts';
import type { AgencyKind, Category, ForeignRoute, Status } from '#app/legal-requests/legal-request-values.ts';

/** What the edit pages get from the server, once. Nothing of it is readable case data. */
export type EditFacts = {
  legalRequestId: string;
  reference: string | null;
  category: Category;
  status: Status;
  /** The revision that is being written. */
  revision: number;
  agency: { kind: AgencyKind; country: string };
  ruleSet: string;
  /** Calendar day in Berlin when the page was made. */
  today: string;
  holidays: string[];
  providerDomains: string[];
  earlier: EarlierLegalRequest[];
  /** A confirmation of the emergency order is on record. */
  isConfirmed: boolean;
  /** From the account, for a form that nobody has begun. */
  contact: Contact;
  draft: StoredDraft | null;
  correction: Correction | null;
  correctionEndsAt: string | null;
  /** What a form that nobody has begun starts with. */
  start: {
    foreignRoute: ForeignRoute | null;
    /** The legal request that it continues, under the same file number. */
    source: (Pick<FoundRevision, 'number' | 'sealedForm'> & { legalRequestId: string }) | null;
  };
  limits: { maxFileBytes: number; maxFiles: number };
  /** Staff registers what came beside the portal. Null while an agency writes. */
  registration: { agencyKey: AgencyKey } | null;
  /** Where things go: the agency's own pages, or the desk's. */
  addresses: {
    draft: string;
    submission: string;
    edit: string;
    /** After it was submitted. */
    submitted: string;
    /** After it was thrown away. */
    left: string;
  };
};
