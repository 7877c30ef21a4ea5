import { FieldError } from '#app/forms/fields.tsx';
import { AttachmentList } from '#app/uploads/uploads.tsx';

import { useEditedForm } from './edit-context.tsx';
import { useFormRecipients } from './use-form-recipients.ts';
import { useFieldProps, type FieldViewProps } from './field-view.tsx';

/** Files. They go on uploading while other sections are filled in; the draft lists them with all that resuming needs. */
export function AttachmentsField(props: FieldViewProps) {
  const { facts, attachments, setAttachments, draft } = useEditedForm();
  const recipients = useFormRecipients();
  const { id, hint, error } = useFieldProps(props);
  const { correction } = facts;
  return (
    <div className="stack stack--small" id={id} tabIndex={-1}>
      <p className="kern-hint">{hint}</p>
      <FieldError base={id} error={error} />
      <AttachmentList
        key={draft.generation}
        legalRequestId={facts.legalRequestId}
        entries={attachments}
        onChange={(entries) => {
          setAttachments(() => entries);
          return draft.flush();
        }}
        recipients={recipients}
        limits={facts.limits}
        submittedFileIds={correction?.revision.manifest.files.map(({ fileId }) => fileId) ?? []}
      />
    </div>
  );
}
