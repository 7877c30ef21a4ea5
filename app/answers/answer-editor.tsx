import { useState } from 'react';
import { useRevalidator } from 'react-router';

import type { SealingKeys } from '#app/accounts/sealing-keys.ts';
import { useTask } from '#app/accounts/use-task.ts';
import { RadioGroup } from '#app/forms/choices.tsx';
import { TextField } from '#app/forms/fields.tsx';
import { targetText } from '#app/legal-requests/target-schema.ts';
import type { SealedForm } from '#app/legal-requests/sealed-form.ts';
import { useText, type Text } from '#app/text/text.tsx';
import { Button, ButtonRow } from '#app/ui/buttons.tsx';
import { Alert, Panel } from '#app/ui/page.tsx';
import type { UploadLimits } from '#app/uploads/upload-limits.ts';
import { getTransferQueue } from '#app/uploads/uploader.client.ts';
import { AttachmentList } from '#app/uploads/uploads.tsx';

import { problemsOf, type AnswerDraft } from './answer-draft.ts';
import { certificateFactsOf, unsealedAnswerOf, type AnswerPlace } from './answer-facts.ts';
import type { OpenAnswer } from './answer.ts';
import { ManifestView } from './manifest-view.tsx';
import { addCertificate, answerRecipients, signAnswer } from './prepare-answer.client.ts';
import { TargetOutcomes } from './target-outcomes.tsx';
import { useAnswerDraft, type EditedAnswer } from './use-answer-draft.ts';

export interface AnswerEditorProps {
  place: AnswerPlace;
  answer: OpenAnswer;
  form: SealedForm;
  opened: AnswerDraft;
  keys: Extract<SealingKeys, { state: 'ready' }>;
  limits: UploadLimits;
  agencyText: Text;
}

/** Writing an answer: outcomes, files, kind; then checking and signing it. */
export function AnswerEditor(props: AnswerEditorProps) {
  const { place, answer, form, opened, keys, limits } = props;
  const { answers: text } = useText();
  const edited = useAnswerDraft(place.legalRequest.id, answer, opened, keys.ownTeam);
  const [isChecking, setChecking] = useState(false);
  const [isTried, setTried] = useState(false);
  const { draft, change } = edited;
  const problems = problemsOf(draft, place.byMail?.limitBytes ?? null);
  const labels = form.answers.targets.map(targetText);
  const check = () => {
    setTried(true);
    if (problems.length === 0) setChecking(true);
  };
  return (
    <div className="stack stack--large">
      <div hidden={isChecking} className="stack stack--large">
        <Panel title={text.targets}>
          <TargetOutcomes
            labels={labels}
            targets={draft.targets}
            onChange={(next) => change((before) => ({ ...before, targets: next(before.targets) }))}
          />
        </Panel>
        <Panel title={text.files}>
          <p className="muted">{text.filesHint}</p>
          <AttachmentList
            legalRequestId={place.legalRequest.id}
            purpose="answer"
            entries={draft.files}
            onChange={async (files) => {
              change((before) => ({ ...before, files }));
              await edited.flush();
            }}
            recipients={answerRecipients(keys, place)}
            limits={limits}
          />
        </Panel>
        <Panel title={text.kind}>
          <RadioGroup
            name="kind"
            legend={text.kind}
            value={draft.isFinal ? 'final' : 'partial'}
            choices={[
              { value: 'final', label: text.final },
              { value: 'partial', label: text.partial },
            ]}
            onChange={(value) => change((before) => ({ ...before, isFinal: value === 'final' }))}
          />
          <TextField
            label={text.keepDays}
            inputMode="numeric"
            error={problems.includes('keep_days_wrong') ? text.keepDaysWrong : undefined}
            value={Number.isNaN(draft.keepDays) ? '' : String(draft.keepDays)}
            onChange={({ currentTarget }) =>
              change((before) => ({ ...before, keepDays: Number(currentTarget.value.trim()) }))
            }
          />
        </Panel>
        {isTried && problems.length > 0 ? (
          <Alert tone="danger" title={text.check} announce>
            <ul className="plain-bullets">
              {problems.map((problem) => (
                <li key={problem}>{text.problems[problem]}</li>
              ))}
            </ul>
          </Alert>
        ) : null}
        <ButtonRow>
          <Button onClick={check}>{text.check}</Button>
        </ButtonRow>
      </div>
      {isChecking ? <CheckPart {...props} edited={edited} onBack={() => setChecking(false)} /> : null}
      <DraftStatus edited={edited} />
    </div>
  );
}

function DraftStatus({ edited: { status } }: { edited: EditedAnswer }) {
  const { answers: text } = useText();
  if (status.phase === 'conflict') return <Alert tone="danger" title={text.conflict} announce />;
  if (status.phase === 'refused') return <Alert tone="danger" title={text.notSaved} announce />;
  const words = {
    unchanged: '',
    saved: text.saved,
    saving: text.saving,
    retrying: text.retrying,
    stopped: text.stopped,
  };
  return (
    <p className="muted" role="status" data-phase={status.phase}>
      {words[status.phase]}
    </p>
  );
}

type CheckProps = AnswerEditorProps & { edited: EditedAnswer; onBack: () => void };

function CheckPart(props: CheckProps) {
  const { place, answer, form, keys, limits, agencyText, edited, onBack } = props;
  const { answers: text } = useText();
  const { revalidate } = useRevalidator();
  const { isBusy, failure, run } = useTask();
  const data = edited.draft.files.filter(({ fileId }) => fileId !== edited.draft.certificateFileId);
  const now = new Date().toISOString();
  const sign = () =>
    run(async () => {
      const preparedAt = new Date().toISOString();
      const queue = getTransferQueue({ legalRequestId: place.legalRequest.id, purpose: 'answer' }, limits, {
        recipients: () => [],
        save: () => Promise.reject(new Error('no draft')),
      });
      const { certificateFileId } = edited.draft;
      if (certificateFileId) await queue.remove(certificateFileId);
      const draft = await edited.flush();
      const made = { place, answer, form, draft, preparedAt };
      const facts = certificateFactsOf({ ...made, agencyText, intakeFingerprint: keys.intake.fingerprint });
      const name = agencyText.answers.certificate(place.legalRequest.reference, answer.number);
      const certificate = await addCertificate(queue, facts, name);
      edited.change((before) => ({ ...before, certificateFileId: certificate.fileId }));
      await edited.flush();
      const unsealed = unsealedAnswerOf({ ...made, certificate });
      await signAnswer(unsealed, keys, place, place.legalRequest.version);
      await revalidate();
    });
  const shown = unsealedAnswerOf({
    place,
    answer,
    form,
    draft: edited.draft,
    preparedAt: now,
    certificate: null,
  });
  return (
    <Panel title={text.checkTitle}>
      <p>{edited.draft.isFinal ? text.final : text.partial}</p>
      <ManifestView
        isChecked={false}
        manifest={{
          version: 'amtsweg.answer-manifest.v1',
          intakeFingerprint: keys.intake.fingerprint,
          ...shown,
          files: shown.files.filter(({ fileId }) => data.some((file) => file.fileId === fileId)),
        }}
      />
      <p>{text.checkHint}</p>
      {isBusy ? <p role="status">{text.signing}</p> : null}
      {failure === null ? null : <Alert tone="danger" title={failure} announce />}
      <ButtonRow>
        <Button busy={isBusy} onClick={sign}>
          {text.sign}
        </Button>
        <Button weight="secondary" disabled={isBusy} onClick={onBack}>
          {text.change}
        </Button>
      </ButtonRow>
    </Panel>
  );
}
