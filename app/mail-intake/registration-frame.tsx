import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';

import { NeedsUnlock } from '#app/accounts/needs-unlock.tsx';
import { SealingBlockNotice } from '#app/accounts/sealing-block.tsx';
import { DraftNotice } from '#app/legal-requests/form/draft-notice.tsx';
import { EditedFormProvider, useEditedForm } from '#app/legal-requests/form/edit-context.tsx';
import { useFormRecipients } from '#app/legal-requests/form/use-form-recipients.ts';
import { TextProvider, useLocale, useText } from '#app/text/text.tsx';
import { PageMain, Panel } from '#app/ui/page.tsx';
import type { AttachmentEntry } from '#app/uploads/attachment-entry.ts';
import { getTransferQueue } from '#app/uploads/uploader.client.ts';

import { ArrivalFacts } from './arrival-page.tsx';
import type { FoundArrival } from './arrivals.server.ts';
import { MailPanel } from './mail-panel.tsx';
import type { MailFile } from './open-arrival.client.ts';
import { registeringText } from './registering-text.ts';
import type { RegistrationFacts, SignerKeys } from './registration-facts.server.ts';

import '#app/review/review.css';
import '#app/legal-requests/form/form.css';
import './mail-intake.css';

/** The form of the category, filled in beside what it is filled in from. */
export function RegistrationFrame({
  facts,
  arrival,
  signers,
  children,
}: RegistrationFacts & { children: ReactNode }) {
  const t = useText();
  const locale = useLocale();
  const formText = useMemo(() => registeringText(t), [t]);
  return (
    <div className="desk">
      <PageMain>
        <NeedsUnlock key={facts.legalRequestId}>
          <EditedFormProvider facts={facts}>
            <div className="edit-bar row row--spread">
              <span className="muted">
                <Link className="kern-link" to={`/desk/arrivals/${arrival.id}`}>
                  {t.mailIntake.form.bar}
                </Link>
                {' · '}
                {t.legalRequests.categories[facts.category].name}
              </span>
              <DraftNotice />
            </div>
            <SealingBlockNotice />
            <div className="arrival-columns arrival-columns--form">
              <aside className="stack" aria-label={t.mailIntake.form.beside}>
                <Beside arrival={arrival} signers={signers} />
              </aside>
              <TextProvider locale={locale} text={formText}>
                <div>{children}</div>
              </TextProvider>
            </div>
          </EditedFormProvider>
        </NeedsUnlock>
      </PageMain>
    </div>
  );
}

function Beside({ arrival, signers }: { arrival: FoundArrival; signers: SignerKeys }) {
  const t = useText();
  const take = useTakeOver();
  if (arrival.parts.length > 0) return <MailPanel arrival={arrival} signers={signers} onTake={take} />;
  return (
    <Panel title={t.legalRequests.channels[arrival.channel]}>
      <ArrivalFacts arrival={arrival} />
    </Panel>
  );
}

/** Hangs a decrypted file of the mail onto the form: it is sealed and uploaded like one that somebody chose. */
function useTakeOver(): (file: MailFile) => boolean {
  const { facts, attachments, setAttachments, draft } = useEditedForm();
  const recipients = useFormRecipients();
  return ({ name, data }) => {
    const owner = {
      recipients: () => [...recipients],
      save: (list: AttachmentEntry[]) => {
        setAttachments(() => list);
        return draft.flush();
      },
    };
    const place = { legalRequestId: facts.legalRequestId, purpose: 'attachment' as const };
    const queue = getTransferQueue(place, facts.limits, owner);
    queue.setOwner(owner);
    queue.adopt(attachments);
    return queue.add([new File([data], name, { type: data.type })]).length === 0;
  };
}
