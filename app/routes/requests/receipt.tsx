import { Link, useLoaderData } from 'react-router';

import { requireLegalRequest } from '#app/legal-requests/legal-requests.server.ts';
import { ReceiptView } from '#app/legal-requests/pages/receipt-view.tsx';
import { ContinueWith } from '#app/legal-requests/pages/continue-with.tsx';
import { requireReceipt } from '#app/legal-requests/receipts.server.ts';
import { receiptKeyOf } from '#app/sealing/receipt-signing.server.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { requireActorWho } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Alert, PageHeading, PageMain } from '#app/ui/page.tsx';

import type { Route } from './+types/receipt';

import '#app/legal-requests/pages/pages.css';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { db, config } = context.get(servicesContext);
  const actor = requireActorWho(context, request, 'read_own_legal_requests');
  const query = new URL(request.url).searchParams;
  const asked = Number(query.get('revision') ?? '');
  return answerPage(async () => {
    const { category, dueAt, status } = await requireLegalRequest(db, actor, params.id);
    const found = await requireReceipt(
      db,
      actor,
      params.id,
      Number.isInteger(asked) && asked > 0 ? asked : null,
    );
    return {
      id: params.id,
      category,
      dueAt: status === 'submitted' ? dueAt : null,
      ...found,
      serverKey: receiptKeyOf(config).publicKey,
      isFresh: query.has('submitted'),
      providerName: config.providerName,
    };
  });
}

/** The receipt of a revision: to read, to print, to keep as a file. */
export default function ReceiptPage() {
  const t = useText();
  const locale = useLocale();
  const { id, category, dueAt, isFresh, providerName, ...found } = useLoaderData<typeof loader>();
  const { receipt } = found;
  const texts = t.requests.receipt;
  return (
    <PageMain narrow>
      <PageHeading above={providerName}>
        {isFresh ? texts.title : texts.titleLater(receipt.reference)}
      </PageHeading>
      {isFresh ? (
        <Alert tone="success" title={receipt.reference}>
          <p>{dueAt === null ? texts.nextWithoutDate : texts.next(formatDateTime(dueAt, locale))}</p>
        </Alert>
      ) : null}
      <ReceiptView {...found} category={category} />
      <p className="no-print">
        <Link className="kern-link" to={`/requests/${id}`}>
          {texts.toRequest}
        </Link>
      </p>
      <ContinueWith sourceId={id} category={category} />
    </PageMain>
  );
}
