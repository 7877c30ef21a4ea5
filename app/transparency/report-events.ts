/** What the report reads of the events; all else passes by. */
import { z } from '#app/forms/zod.ts';

/** Written before the authority was noted in this event: nobody knows. */
const fact = z.string().nullable().default(null);
const facts = { country: fact, agencyKind: fact, category: fact };

const legalRequestPayloads = {
  submitted: z.object({ channel: z.string(), ...facts }),
  returned: z.object({ codes: z.array(z.string()) }),
  rejected: z.object({ codes: z.array(z.string()) }),
  accepted: z.object({}),
  withdrawn: z.object({}),
  closed: z.object({ because: z.string() }),
  answer_released: z.object({ isFinal: z.boolean(), outcome: z.string() }),
};
const arrivalPayloads = {
  arrived: z.object({ channel: z.string(), receivedAt: z.iso.datetime({ offset: true }), ...facts }),
  refused: z.object({ code: z.string() }),
  described: z.object({ isLegalRequest: z.boolean(), ...facts }),
  registered: z.object({ legalRequestId: z.string() }),
  corrected: z.object({ legalRequestId: z.string() }),
};

type EventOf<O extends string, P extends Record<string, z.ZodType>> = {
  [T in keyof P & string]: { objectType: O; objectId: string; at: Date; type: T; payload: z.infer<P[T]> };
}[keyof P & string];

export type LegalRequestEvent = EventOf<'legal_request', typeof legalRequestPayloads>;
export type ArrivalEvent = EventOf<'arrival', typeof arrivalPayloads>;
export type ReportEvent = LegalRequestEvent | ArrivalEvent;

const payloads: Record<string, Record<string, z.ZodType>> = {
  legal_request: legalRequestPayloads,
  arrival: arrivalPayloads,
};

/** By object type, the types of event that the report reads. */
export const reportEventTypes = Object.entries(payloads).map(([objectType, known]) => ({
  objectType,
  types: Object.keys(known),
}));

/** An event as it is stored; null when the report does not read its type. @throws ZodError for a damaged payload */
export function readReportEvent(row: {
  objectType: string;
  objectId: string;
  type: string;
  payload: unknown;
  at: Date;
}): ReportEvent | null {
  const schema = payloads[row.objectType]?.[row.type];
  if (!schema) return null;
  return { ...row, payload: schema.parse(row.payload) } as ReportEvent;
}
