import { describe, expect, test } from 'vitest';

import { fieldsOf, isFieldOf, readStatement, statementBytes, statementSha256 } from './decision-statement.ts';
import type { DecisionStatement } from './decision-statement.ts';

const statement: DecisionStatement = {
  version: 'amtsweg.decision.v1',
  decisionId: '019376a0-0000-7000-8000-000000000001',
  legalRequestId: '019376a0-0000-7000-8000-000000000002',
  reference: 'AW-2026-000001',
  revision: 1,
  manifestSha256: 'a'.repeat(43),
  decision: 'return',
  findings: [{ field: 'legalBasis', code: 'legal_basis_wrong' }],
  sealedExplanationSha256: 'b'.repeat(43),
};
const textOf = (value: DecisionStatement) => new TextDecoder().decode(statementBytes(value));

describe('decision statement', () => {
  test('is read back from its canonical text only', () => {
    expect(readStatement(textOf(statement))).toEqual(statement);
    expect(readStatement(JSON.stringify(statement))).toBeNull();
    expect(readStatement(`${textOf(statement)} `)).toBeNull();
    expect(readStatement('{')).toBeNull();
  });

  test('has another hash when any part differs', async () => {
    const hash = await statementSha256(statement);
    const others: Partial<DecisionStatement>[] = [
      { revision: 2 },
      { decision: 'reject' },
      { findings: [{ field: 'whole', code: 'legal_basis_wrong' }] },
      { sealedExplanationSha256: 'c'.repeat(43) },
      { decisionId: '019376a0-0000-7000-8000-000000000003' },
    ];
    for (const other of others) expect(await statementSha256({ ...statement, ...other })).not.toBe(hash);
  });

  test('asks for findings and their words exactly where they are needed', () => {
    expect(() => statementBytes({ ...statement, findings: [] })).toThrow();
    expect(() => statementBytes({ ...statement, decision: 'accept' })).toThrow();
    expect(() => statementBytes({ ...statement, sealedExplanationSha256: null })).toThrow();
    expect(() =>
      statementBytes({ ...statement, decision: 'accept', findings: [], sealedExplanationSha256: null }),
    ).not.toThrow();
  });

  test('points at fields of the form of the category', () => {
    expect(isFieldOf('interception', 'deliveryPoint')).toBe(true);
    expect(isFieldOf('subscriber_data', 'deliveryPoint')).toBe(false);
    expect(fieldsOf('traffic_data')).toEqual(expect.arrayContaining(['attachments', 'whole']));
  });
});
