import { useCallback, useMemo, useState } from 'react';

import { AnswersView } from '#app/legal-requests/form/answers-view.tsx';
import { AttachmentNames } from '#app/legal-requests/form/attachment-names.tsx';
import { requireKnownRuleSet } from '#app/legal-requests/form/known-rule-set.ts';
import { openForm } from '#app/legal-requests/form/use-draft.ts';
import type { AgencyKind } from '#app/legal-requests/legal-request-values.ts';
import type { FoundRevision } from '#app/legal-requests/revisions.server.ts';
import type { SealedForm } from '#app/legal-requests/sealed-form.ts';
import type { FormContext } from '#app/legal-requests/sections.ts';
import { toDate } from '#app/legal-requests/wall-time.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert, Panel, SummaryList } from '#app/ui/page.tsx';
import { withHandedKey } from '#app/viewing/open-sealed-file.client.ts';
import { DocumentViewer } from '#app/viewing/viewer.tsx';

import { useOpened } from './use-opened.ts';

type SubmittedFormProps = {
  legalRequestId: string;
  agency: { kind: AgencyKind; country: string };
  revision: FoundRevision;
};

/** A submitted revision, opened in this browser. */
export function SubmittedForm({ legalRequestId, agency, revision }: SubmittedFormProps) {
  const t = useText();
  const open = useCallback(() => openForm(legalRequestId, revision), [legalRequestId, revision]);
  const opened = useOpened(open);
  const context = useMemo<FormContext>(
    () => ({
      agency,
      ruleSet: requireKnownRuleSet(revision.ruleSet),
      today: toDate(new Date(revision.submittedAt)),
    }),
    [agency, revision],
  );
  const texts = t.requests.page;
  if (opened.state === 'opening') return <p role="status">{texts.opening}</p>;
  if (opened.state === 'failed') {
    const isForeign = opened.error instanceof Error && opened.error.message === 'form_foreign';
    return <Alert tone="danger" title={isForeign ? texts.formForeign : texts.openFailed} announce />;
  }
  const form = opened.value;
  return (
    <>
      <AnswersView answers={form.answers} context={context} files={<AttachmentNames files={form.files} />} />
      <Overrides form={form} />
      <FilesPart form={form} revision={revision} />
    </>
  );
}

function Overrides({ form }: { form: SealedForm }) {
  const t = useText();
  const { overrides } = form.answers;
  if (overrides.length === 0) return null;
  return (
    <section className="stack stack--small">
      <h3 className="kern-heading-small">{t.requests.page.overrides}</h3>
      <SummaryList
        items={overrides.map(({ rule, reason }) => ({
          key: rule,
          label: t.legalRequests.checks[rule].problem,
          value: <span className="as-typed">{reason}</span>,
        }))}
      />
    </section>
  );
}

/** Names come from the sealed form; lengths and hashes from the manifest that was signed. */
function FilesPart({ form, revision }: { form: SealedForm; revision: FoundRevision }) {
  const t = useText();
  const [shown, setShown] = useState<string | null>(null);
  const texts = t.requests.page;
  if (form.files.length === 0) return null;
  const file = form.files.find(({ fileId }) => fileId === shown);
  const manifestFile = revision.manifest.files.find(({ fileId }) => fileId === shown);
  return (
    <Panel title={texts.files}>
      <ul className="file-list plain-list">
        {form.files.map(({ fileId, name, kind }) => (
          <li key={fileId}>
            <bdi>{name}</bdi>
            <span className="muted">{t.legalRequests.attachmentKinds[kind].label}</span>
            <Button weight="tertiary" aria-label={texts.openFile(name)} onClick={() => setShown(fileId)}>
              {texts.open}
            </Button>
          </li>
        ))}
      </ul>
      {file && manifestFile ? (
        <DocumentViewer
          key={file.fileId}
          file={file}
          manifestFile={withHandedKey(manifestFile, revision.handedKeys)}
          onClose={() => setShown(null)}
        />
      ) : null}
    </Panel>
  );
}
