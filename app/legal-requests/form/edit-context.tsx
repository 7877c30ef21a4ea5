import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';

import { runAutomaticChecks } from '#app/legal-requests/automatic-checks.ts';
import { pruneAnswers } from '#app/legal-requests/answers-schema.ts';
import { formOf } from '#app/legal-requests/categories/categories.ts';
import type { CheckResult } from '#app/legal-requests/check-result.ts';
import type { Answers } from '#app/legal-requests/form-answers.ts';
import { requireKnownRuleSet } from '#app/legal-requests/form/known-rule-set.ts';
import { applicableSections, type FormContext, type Section } from '#app/legal-requests/sections.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { explanationSchema } from '#app/review/decision-statement.ts';
import type { AttachmentEntry } from '#app/uploads/attachment-entry.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';

import type { EditFacts } from './edit-facts.ts';
import { isCorrected, joinFindings, type ReadFinding } from './findings.ts';
import { useToday } from './use-today.ts';
import { openDraft, useDraft, type OpenDraft, type OpenedDraft } from './use-draft.ts';

/** What every page of the form works with. */
export type EditedForm = {
  facts: EditFacts;
  context: FormContext;
  draft: OpenDraft;
  answers: Answers;
  attachments: readonly AttachmentEntry[];
  setAnswers: (patch: Partial<Answers>) => void;
  setAttachments: (next: (entries: AttachmentEntry[]) => AttachmentEntry[]) => void;
  /** Sections that apply now, with the fields that apply. */
  sections: Section[];
  /** Why the revision before was returned or rejected; empty otherwise. */
  findings: readonly ReadFinding[];
  remark: string;
  /** Whether the answer that a finding is about was changed since. */
  isCorrected: (finding: ReadFinding) => boolean;
};

const EditContext = createContext<EditedForm | null>(null);

/** Below `routes/requests/edit-layout.tsx` only. */
export function useEditedForm(): EditedForm {
  const form = use(EditContext);
  if (!form) throw new Error('no form above this component');
  return form;
}

type Opened = OpenedDraft & { findings: ReadFinding[]; remark: string };

/** Opens the draft, then shows the form. Below `NeedsUnlock`: the keys are there. */
export function EditedFormProvider({ facts, children }: { facts: EditFacts; children: ReactNode }) {
  const t = useText();
  const [opened, setOpened] = useState<Opened | 'opening' | 'failed'>('opening');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    openAll(facts).then(
      (result) => isCurrent && setOpened(result),
      () => isCurrent && setOpened('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, [facts, attempt]);
  if (opened === 'opening') return <p role="status">{t.requests.draft.opening}</p>;
  if (opened === 'failed')
    return (
      <Alert tone="danger" title={t.requests.draft.openFailedTitle} announce>
        <p>{t.requests.draft.openFailed}</p>
        <div>
          <Button
            weight="secondary"
            onClick={() => {
              setOpened('opening');
              setAttempt(attempt + 1);
            }}
          >
            {t.requests.draft.again}
          </Button>
        </div>
      </Alert>
    );
  return <OpenedFormProvider opened={opened}>{children}</OpenedFormProvider>;
}

async function openAll(facts: EditFacts): Promise<Opened> {
  const opened = await openDraft(facts);
  const decision = facts.correction?.decision ?? null;
  if (!decision) return { ...opened, findings: [], remark: '' };
  const explanation =
    decision.sealedExplanation === null
      ? null
      : explanationSchema.parse(await getCryptoRoom().openJson(fromBase64Url(decision.sealedExplanation)));
  const findings = joinFindings(decision.findings, explanation);
  return { ...opened, findings, remark: explanation?.general ?? '' };
}

function OpenedFormProvider({ opened, children }: { opened: Opened; children: ReactNode }) {
  const { facts } = opened;
  const draft = useDraft(facts, opened.draft);
  const { content, change } = draft;
  useEffect(() => {
    // What was taken over stands in the address only until the first save.
    const { foreignRoute, source } = facts.start;
    if (facts.draft === null && (foreignRoute !== null || source !== null)) change((current) => current);
  }, [facts, change]);
  const today = useToday(facts.today);
  const context = useMemo<FormContext>(
    () => ({ agency: facts.agency, ruleSet: requireKnownRuleSet(facts.ruleSet), today }),
    [facts, today],
  );
  const form = useMemo<EditedForm>(
    () => ({
      facts,
      context,
      draft,
      answers: content.answers,
      attachments: content.attachments,
      setAnswers: (patch) => change((current) => ({ ...current, answers: { ...current.answers, ...patch } })),
      setAttachments: (next) => change((current) => ({ ...current, attachments: next(current.attachments) })),
      sections: applicableSections(formOf(facts.category), content.answers, context),
      findings: opened.findings,
      remark: opened.remark,
      isCorrected: (finding) => isCorrected(finding, content, opened.original),
    }),
    // `draft` is made anew whenever its content or status changes.
    [facts, context, draft, content, change, opened],
  );
  return <EditContext value={form}>{children}</EditContext>;
}

/** The answers as they would be submitted, and what the automatic checks say of them. */
export function useCheckedAnswers(): { answers: Answers; checks: CheckResult[] } {
  const { facts, context, answers, attachments } = useEditedForm();
  return useMemo(() => {
    const pruned = pruneAnswers(answers, context);
    const checks = runAutomaticChecks({
      ruleSet: context.ruleSet,
      agency: facts.agency,
      files: attachments,
      today: context.today,
      holidays: facts.holidays,
      providerDomains: facts.providerDomains,
      earlier: facts.earlier,
      isConfirmed: facts.isConfirmed,
      answers: pruned,
    });
    return { answers: pruned, checks };
  }, [facts, context, answers, attachments]);
}
