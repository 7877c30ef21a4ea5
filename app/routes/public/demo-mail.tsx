import type { LoaderFunctionArgs } from 'react-router';

import { notFound } from '#app/domain-error.ts';
import { listDemoMails } from '#app/mail/demo-mailbox.server.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { EmptyState, PageHeading, PageMain } from '#app/ui/page.tsx';

/** The mails of the demo. In production there is no such page. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { config } = context.get(servicesContext);
  return answerPage(async () => {
    if (config.mode !== 'demo') throw notFound();
    return { mails: await listDemoMails(config) };
  });
}

export default function DemoMailPage({ loaderData }: { loaderData: Awaited<ReturnType<typeof loader>> }) {
  const { demoMail } = useText().publicPages;
  const locale = useLocale();
  return (
    <PageMain narrow>
      <PageHeading>{demoMail.title}</PageHeading>
      <p>{demoMail.lead}</p>
      {loaderData.mails.length === 0 ? (
        <EmptyState title={demoMail.empty}>{demoMail.emptyText}</EmptyState>
      ) : (
        <ul className="plain-list stack">
          {loaderData.mails.map((mail) => (
            <li key={mail.name} className="panel stack stack--small">
              <h2 className="kern-title">{mail.subject}</h2>
              <p className="muted">
                {demoMail.to} {mail.to} · {formatDateTime(mail.date, locale)}
              </p>
              <p className="pre-line">{mail.text}</p>
            </li>
          ))}
        </ul>
      )}
    </PageMain>
  );
}
