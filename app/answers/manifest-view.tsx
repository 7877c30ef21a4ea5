import type { ReactNode } from 'react';

import { formatBytes, formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Alert, SummaryList } from '#app/ui/page.tsx';

import type { AnswerFile, AnswerManifest } from './answer-manifest.ts';

/** What an answer says: outcomes, period, who prepared it, files. Names are text of a stranger. */
export function ManifestView({
  manifest,
  isChecked,
  fileAction,
}: {
  manifest: AnswerManifest;
  /** Whether signature and files were verified in this browser. */
  isChecked: boolean;
  fileAction?: (file: AnswerFile) => ReactNode;
}) {
  const t = useText();
  const locale = useLocale();
  const { answers: text } = t;
  const { periodStartAt, periodEndAt } = manifest;
  const time = (at: string | null) => (at === null ? '…' : formatDateTime(at, locale));
  return (
    <div className="stack">
      {isChecked ? <Alert tone="success" title={text.valid} /> : null}
      <SummaryList
        items={[
          ...manifest.targets.map(({ label, outcome, reason }, index) => ({
            key: `target-${index}`,
            label: <bdi>{label}</bdi>,
            value: (
              <>
                {text.outcomes[outcome]}
                {reason === '' ? null : <p className="as-typed">{reason}</p>}
              </>
            ),
          })),
          {
            key: 'period',
            label: text.period,
            value:
              periodStartAt === null && periodEndAt === null
                ? text.noPeriod
                : `${time(periodStartAt)} – ${time(periodEndAt)}`,
          },
          {
            key: 'prepared',
            label: text.preparedBy,
            value: `${manifest.preparedBy.name}, ${formatDateTime(manifest.preparedAt, locale)}`,
          },
        ]}
      />
      <h3 className="kern-title">{text.files}</h3>
      <ul className="plain-list stack answer-files">
        {manifest.files.map((file) => (
          <li key={file.fileId} className="answer-file stack stack--small">
            <span>
              <bdi className="answer-file__name">{file.name}</bdi>{' '}
              <span className="muted">
                {file.kind === 'certificate' ? `${text.certificateKind} · ` : ''}
                {formatBytes(file.sizeBytes, locale)}
              </span>
            </span>
            {fileAction?.(file)}
          </li>
        ))}
      </ul>
    </div>
  );
}
