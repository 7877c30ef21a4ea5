import { useRef, useState } from 'react';

import { z } from '#app/forms/zod.ts';
import { reasonCodes, type ReasonCode } from '#app/legal-requests/reasons.ts';
import type { DraftStatus } from '#app/legal-requests/form/draft-saver.ts';
import { useUnsent } from '#app/messages/use-unsent.ts';

import { isFieldOf, type FindingField } from './decision-statement.ts';
import { changeFindings, type FindingChange, type FindingDraft } from './finding-drafts.ts';
import type { ReviewHead } from './review.ts';

/** Findings and remark while they are written; kept sealed to the provider, for this person and this revision. */
interface WrittenFindings {
  drafts: readonly FindingDraft[];
  general: string;
}

type Stored = WrittenFindings & { revision: number };

const storedSchema = z.strictObject({
  revision: z.int(),
  drafts: z
    .array(
      z.strictObject({
        key: z.int(),
        field: z.string(),
        code: z.union([z.literal(''), z.enum(reasonCodes)]),
        text: z.string().max(5000),
        isTextOwn: z.boolean(),
      }),
    )
    .max(50),
  general: z.string().max(10_000),
});

/** What was stored, if it was written about this revision: another one has other faults. */
function readStored(opened: unknown, { category, currentRevision }: ReviewHead): Stored | null {
  const parsed = storedSchema.safeParse(opened);
  if (!parsed.success || parsed.data.revision !== currentRevision) return null;
  const { drafts, general } = parsed.data;
  const known = (field: string): FindingField | '' => (isFieldOf(category, field) ? field : '');
  return {
    revision: currentRevision,
    general,
    drafts: drafts.map((draft) => ({ ...draft, field: known(draft.field) })),
  };
}

export interface Writing extends WrittenFindings {
  /** Whether it is known what was written before: nothing may be added earlier, because that would go over it. */
  isReady: boolean;
  status: DraftStatus;
  changeFindings: (change: FindingChange) => void;
  changeGeneral: (general: string) => void;
  /** The decision is signed. */
  clear: () => Promise<void>;
}

const nothing: WrittenFindings = { drafts: [], general: '' };

/** @param words standard words by reason, in the agency's language */
export function useFindings(legalRequest: ReviewHead, words: ReadonlyMap<ReasonCode, string>): Writing {
  const { id, category, currentRevision } = legalRequest;
  const unsent = useUnsent(id, 'findings', (opened) => readStored(opened, legalRequest));
  const [changed, setChanged] = useState<WrittenFindings | null>(null);
  const shown = changed ?? unsent.initial ?? nothing;
  // Two changes in one event must not undo each other.
  const newest = useRef(shown);
  newest.current = shown;
  const change = (next: WrittenFindings) => {
    newest.current = next;
    setChanged(next);
    unsent.change({ ...next, revision: currentRevision });
  };
  return {
    ...shown,
    isReady: unsent.phase === 'ready',
    status: unsent.status,
    changeFindings: (one) => {
      const canned = (code: ReasonCode) => words.get(code) ?? '';
      const { drafts, general } = newest.current;
      change({ general, drafts: changeFindings(drafts, one, { category, canned }) });
    },
    changeGeneral: (general) => change({ drafts: newest.current.drafts, general }),
    clear: async () => {
      setChanged(nothing);
      await unsent.clear();
    },
  };
}
