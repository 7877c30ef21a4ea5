import type { Actor } from '#app/accounts/actor.ts';
import type { Config } from '#app/config.server.ts';
import type { Transaction } from '#app/database.server.ts';
import { answerDueAt, correctionEndsAt } from '#app/legal-requests/deadlines.ts';
import type { Status } from '#app/legal-requests/legal-request-values.ts';
import { holidaysOf } from '#app/legal-requests/submission-checks.server.ts';
import { findings } from '#db/schema.ts';

import { changeLegalRequest, requireTransition } from './change-legal-request.server.ts';
import type { DecisionOutcome } from './decide.server.ts';
import type { DecisionStatement } from './decision-statement.ts';
import type { LockedLegalRequest } from './desk-access.server.ts';
import { queueStatusMails, type MailServices } from './status-mails.server.ts';

interface SignedCase {
  tx: Transaction;
  services: MailServices & { config: Pick<Config, 'holidayRegion' | 'answerWorkingDays'> };
  actor: Actor;
  row: LockedLegalRequest;
  statement: DecisionStatement;
  statementSha256: string;
  isComplete: boolean;
  now: Date;
}

/** After a signature was kept: notes the proposal, or lets the decision take effect. */
export async function carryOut(signed: SignedCase): Promise<DecisionOutcome> {
  const { tx, actor, row, statement, now } = signed;
  const { decision, decisionId, revision } = statement;
  if (!signed.isComplete) {
    const version = await changeLegalRequest(tx, row, {
      set: {},
      event: {
        type: 'decision_proposed',
        payload: { decision, revision, statementSha256: signed.statementSha256, decisionId },
      },
      actorId: actor.personId,
      now,
    });
    return { outcome: 'proposed', version };
  }
  const status = requireTransition(row.status, decision, actor.role);
  await keepFindings(tx, statement);
  const version = await (decision === 'accept' ? accept(signed, status) : turnDown(signed, status));
  await queueStatusMails(tx, signed.services, row, status);
  return { outcome: 'decided', version };
}

async function keepFindings(tx: Transaction, statement: DecisionStatement): Promise<void> {
  const { legalRequestId, revision, decisionId } = statement;
  if (statement.findings.length === 0) return;
  await tx.insert(findings).values(
    statement.findings.map(({ field, code }, position) => ({
      legalRequestId,
      revision,
      decisionId,
      position,
      field,
      code,
    })),
  );
}

const noClaim = { claimedBy: null, claimedUntil: null };

function accept({ tx, services, actor, row, statement, now }: SignedCase, status: Status): Promise<number> {
  const { revision, decisionId } = statement;
  const { answerWorkingDays } = services.config;
  const holidays = holidaysOf(services.config, now);
  const dueAt = answerDueAt(now, row.priority, answerWorkingDays, holidays);
  return changeLegalRequest(tx, row, {
    set: { ...noClaim, status, statusSince: now, dueAt, correctionEndsAt: null },
    event: { type: 'accepted', payload: { revision, decisionId } },
    actorId: actor.personId,
    now,
  });
}

/** Returned or rejected: the agency may correct it until the correction period ends. */
function turnDown({ tx, actor, row, statement, now }: SignedCase, status: Status): Promise<number> {
  const endsAt = correctionEndsAt(now);
  const codes = [...new Set(statement.findings.map(({ code }) => code))];
  return changeLegalRequest(tx, row, {
    set: { ...noClaim, status, statusSince: now, dueAt: endsAt, correctionEndsAt: endsAt },
    event: {
      type: statement.decision === 'return' ? 'returned' : 'rejected',
      payload: {
        revision: statement.revision,
        decisionId: statement.decisionId,
        codes,
        correctionEndsAt: endsAt.toISOString(),
      },
    },
    actorId: actor.personId,
    now,
  });
}
