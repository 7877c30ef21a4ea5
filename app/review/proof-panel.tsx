import { saveTextFile } from '#app/legal-requests/pages/save-text-file.client.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Panel, SummaryList } from '#app/ui/page.tsx';

import type { ReviewRevision } from './review.ts';
import type { OpenedRevision } from './use-opened-revision.ts';

interface ProofPanelProps {
  reference: string;
  revision: ReviewRevision;
  opened: OpenedRevision;
}

/** The proof of the submission and whether this browser found it true. */
export function ProofPanel({ reference, revision, opened }: ProofPanelProps) {
  const t = useText();
  const locale = useLocale();
  const { proof: text } = t.desk;
  const manifest = opened.state === 'open' ? opened.manifest : null;
  const name = `${reference}-${revision.number}.json`;
  const hash = (value: string) => <span className="fingerprint">{value}</span>;
  return (
    <Panel title={text.title}>
      <p>{opened.state === 'open' ? text.valid : opened.state === 'refused' ? text.invalid : text.pending}</p>
      <SummaryList
        items={[
          { key: 'by', label: text.submittedBy, value: revision.submittedByName },
          { key: 'at', label: text.submittedAt, value: formatDateTime(revision.submittedAt, locale) },
          { key: 'manifest', label: text.manifest, value: hash(revision.manifestSha256) },
          ...(manifest ? [{ key: 'form', label: text.form, value: hash(manifest.sealedFormSha256) }] : []),
          ...(manifest?.files ?? []).map((file) => ({
            key: file.fileId,
            label: text.file(file.position + 1),
            value: hash(file.sha256),
          })),
        ]}
      />
      <p>
        <button
          type="button"
          className="plain-button"
          onClick={() => saveTextFile(name, 'application/json', JSON.stringify(revision.receipt, null, 2))}
        >
          {text.download}
        </button>
      </p>
    </Panel>
  );
}
