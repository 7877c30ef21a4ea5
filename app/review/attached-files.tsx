import type { SealedForm } from '#app/legal-requests/sealed-form.ts';
import { formatBytes } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';

import { ChangeMark } from './asked-form.tsx';
import type { FormDifference } from './form-difference.ts';

type FormFile = SealedForm['files'][number];

interface AttachedFilesProps {
  form: SealedForm;
  before: SealedForm | null;
  difference: FormDifference | null;
  openFileId: string | null;
  onOpen: (fileId: string) => void;
}

/** The files as the sealed form names them. Names are text of a stranger: shown as text, nothing else. */
export function AttachedFiles({ form, before, difference, openFileId, onOpen }: AttachedFilesProps) {
  const t = useText();
  const removed = before?.files.filter(({ fileId }) => difference?.files.get(fileId) === 'removed') ?? [];
  return (
    <>
      {form.files.length === 0 ? <p className="muted">{t.desk.files.none}</p> : null}
      <ul className="plain-list attached-files">
        {form.files.map((file) => (
          <li key={file.fileId} className="attached-file">
            <FileLine file={file} />
            {difference?.files.get(file.fileId) === 'added' ? <ChangeMark change="added" /> : null}
            <Button
              weight={openFileId === file.fileId ? 'tertiary' : 'secondary'}
              aria-label={t.desk.files.open(file.name)}
              aria-pressed={openFileId === file.fileId}
              onClick={() => onOpen(file.fileId)}
            >
              {t.desk.files.openShort}
            </Button>
          </li>
        ))}
        {removed.map((file) => (
          <li key={file.fileId} className="attached-file">
            <del>
              <FileLine file={file} />
            </del>
            <ChangeMark change="removed" />
          </li>
        ))}
      </ul>
    </>
  );
}

function FileLine({ file }: { file: FormFile }) {
  const t = useText();
  const locale = useLocale();
  return (
    <span className="attached-file__text">
      <span className="attached-file__name">{file.name}</span>
      <span className="muted">
        {t.legalRequests.attachmentKinds[file.kind].label} · {formatBytes(file.sizeBytes, locale)}
      </span>
    </span>
  );
}
