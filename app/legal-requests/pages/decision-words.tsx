import { useCallback } from 'react';

import { fieldLabel } from '#app/legal-requests/form/field-text.ts';
import { joinFindings, type ReadFinding } from '#app/legal-requests/form/findings.ts';
import { FindingText } from '#app/legal-requests/form/finding-notice.tsx';
import type { Category } from '#app/legal-requests/legal-request-values.ts';
import { fieldOfReason } from '#app/legal-requests/reasons.ts';
import type { FoundDecision } from '#app/legal-requests/revisions.server.ts';
import { explanationSchema } from '#app/review/decision-statement.ts';
import { fromBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Alert } from '#app/ui/page.tsx';

import { useOpened } from './use-opened.ts';

/** Why a revision was returned or rejected, or what was remarked when it was accepted. */
export function DecisionWords({ decision, category }: { decision: FoundDecision; category: Category }) {
  const t = useText();
  const locale = useLocale();
  const { sealedExplanation, findings, signedAt } = decision;
  const open = useCallback(
    async () =>
      sealedExplanation === null
        ? null
        : explanationSchema.parse(await getCryptoRoom().openJson(fromBase64Url(sealedExplanation))),
    [sealedExplanation],
  );
  const opened = useOpened(open);
  const texts = t.requests.page;
  if (findings.length === 0 && sealedExplanation === null) return null;
  const explanation = opened.state === 'opened' ? opened.value : null;
  return (
    <Alert
      tone={decision.decision === 'accept' ? 'success' : 'warning'}
      title={`${t.legalRequests.decisions[decision.decision].name}, ${formatDateTime(signedAt, locale)}`}
    >
      {opened.state === 'opening' ? <p role="status">{texts.findingsSealed}</p> : null}
      {opened.state === 'failed' ? <p>{texts.openFailed}</p> : null}
      <ul className="finding-list">
        {joinFindings(findings, explanation).map((finding) => (
          <li key={finding.position}>
            <p className="kern-label">
              <FindingPlace finding={finding} category={category} />
            </p>
            <FindingText finding={finding} />
          </li>
        ))}
      </ul>
      {explanation && explanation.general !== '' ? (
        <>
          <p className="kern-label">{texts.remark}</p>
          <p className="as-typed">{explanation.general}</p>
        </>
      ) : null}
    </Alert>
  );
}

function FindingPlace({ finding, category }: { finding: ReadFinding; category: Category }) {
  const t = useText();
  const field = finding.field ?? fieldOfReason(finding.code, category);
  const place = field === null ? t.requests.page.wholeRequest : fieldLabel(t, field);
  return t.requests.check.missing(place, t.legalRequests.reasons[finding.code].title);
}
