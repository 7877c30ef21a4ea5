import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';

import { failureCode } from '#app/accounts/failure-text.ts';
import { checkRules, type CheckRule } from '#app/legal-requests/check-rules.ts';
import type { Answers } from '#app/legal-requests/form-answers.ts';
import type { Submission } from '#app/legal-requests/submission.ts';
import { RequestError } from '#app/passkeys/post-json.client.ts';
import type { CompleteAttachment } from '#app/uploads/attachment-entry.ts';

import { useEditedForm } from './edit-context.tsx';
import { useFormRecipients } from './use-form-recipients.ts';
import { sealAndSign, sendSubmission, type SubmitStep } from './submit.client.ts';

/** `rules`: what forbids it, where the server looked at it differently from the form. */
export type SubmissionProgress = { step: SubmitStep | null; failure: string | null; rules: CheckRule[] };

/** Seals, has signed and sends, step by step; in the end shows the receipt. */
export function useSubmission() {
  const navigate = useNavigate();
  const { facts, draft } = useEditedForm();
  const recipients = useFormRecipients();
  const [progress, setProgress] = useState<SubmissionProgress>({ step: null, failure: null, rules: [] });
  // Signed, but perhaps without an answer: sent again before anything is signed anew.
  const signed = useRef<{ content: string; submission: Submission } | null>(null);

  const run = async (answers: Answers, files: readonly CompleteAttachment[]) => {
    const onStep = (step: SubmitStep) => setProgress({ step, failure: null, rules: [] });
    onStep('saving');
    await draft.flush();
    if (recipients.length === 0) throw Object.assign(new Error('no keys'), { code: 'team_keys_missing' });
    const content = JSON.stringify([answers, files]);
    if (signed.current?.content !== content) {
      const form = { facts, answers, files, recipients };
      signed.current = { content, submission: await sealAndSign(form, onStep) };
    }
    onStep('sending');
    await sendSubmission(facts.addresses.submission, signed.current.submission);
    draft.end();
    await navigate(facts.addresses.submitted);
  };

  const submit = (answers: Answers, files: readonly CompleteAttachment[]) => {
    run(answers, files).catch((error: unknown) => {
      const failure = failureCode(error);
      // Whatever the server refused must be signed anew; only a lost answer is asked for again.
      if (failure !== 'no_connection') signed.current = null;
      setProgress({ step: null, failure, rules: rulesOf(error) });
    });
  };
  return { ...progress, submit };
}

/** The rules that a refusal names, as far as this page knows them. */
function rulesOf(error: unknown): CheckRule[] {
  const named = error instanceof RequestError ? error.details.rules : null;
  return Array.isArray(named) ? checkRules.filter((rule) => named.includes(rule)) : [];
}
