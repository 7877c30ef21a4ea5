import { useEffect } from 'react';
import { useFetcher } from 'react-router';

import type { FeeSchedule } from '#app/legal-requests/rule-sets/fee-schedule.ts';
import { findRuleSet } from '#app/legal-requests/rule-sets/rule-sets.ts';
import { useText } from '#app/text/text.tsx';
import { Panel } from '#app/ui/page.tsx';

import { ClaimNotice } from './claim-notice.tsx';
import { CostsForm } from './costs-form.tsx';
import type { CostsView } from './costs.ts';

import './costs.css';

/**
 * Costs of one accepted legal request: proposed, edited, watched. Fetches what it needs itself. Shows nothing where the rule
 * set has no schedule.
 */
export function CostsPart({ legalRequestId }: { legalRequestId: string }) {
  const { costs: text } = useText();
  const { load, data: answer } = useFetcher<{ costs: CostsView | null }>();
  const address = `/desk/requests/${legalRequestId}/costs`;
  useEffect(() => {
    void load(address);
  }, [load, address]);
  const costs = answer?.costs ?? null;
  const schedule: FeeSchedule | null = costs ? (findRuleSet(costs.ruleSet)?.feeSchedule ?? null) : null;
  if (!costs || !schedule) return null;
  return (
    <Panel title={text.title}>
      <p className="muted">{text.lead(schedule.citation)}</p>
      {costs.saved ? <ClaimNotice saved={costs.saved} /> : null}
      <CostsForm
        key={costs.saved?.version ?? 0}
        costs={costs}
        schedule={schedule}
        address={address}
        onSaved={() => void load(address)}
      />
    </Panel>
  );
}
