import type { AttachmentKind } from '#app/legal-requests/legal-request-values.ts';
import { formatBytes } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';

type NamedFile = { fileId: string; name: string; kind: AttachmentKind; sizeBytes: number };

/** Names of files are text of whoever named them; `bdi` keeps their direction to themselves. */
export function AttachmentNames({ files }: { files: readonly NamedFile[] }) {
  const t = useText();
  const locale = useLocale();
  if (files.length === 0) return <span className="muted">{t.requests.page.noFiles}</span>;
  return (
    <ul className="plain-list">
      {files.map(({ fileId, name, kind, sizeBytes }) => (
        <li key={fileId}>
          <bdi>{name}</bdi>{' '}
          <span className="muted">
            ({t.legalRequests.attachmentKinds[kind].label}, {formatBytes(sizeBytes, locale)})
          </span>
        </li>
      ))}
    </ul>
  );
}
