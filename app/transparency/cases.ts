/**
 * Events become cases: what counts as one request. A legal request and the mails, letters or faxes that led to it are one
 * case; so is an arrival that never became a legal request.
 */
import type { ArrivalEvent, LegalRequestEvent, ReportEvent } from './report-events.ts';

interface Facts {
  country: string | null;
  agencyKind: string | null;
  category: string | null;
}

export interface Case extends Facts {
  /** When the provider first received it, by whatever way. */
  receivedAt: Date;
  channel: string;
  /** Codes with which it was refused, each once. */
  codes: ReadonlySet<string>;
  /** It was refused before anything of it was accepted. */
  isRefusedAtFirst: boolean;
  isAccepted: boolean;
  state: 'in_process' | 'answered' | 'nothing_held' | 'finally_rejected' | 'withdrawn';
}

/** `unclassified`: arrivals of which nobody has said whether an authority sent a request; they do not count. */
export interface Cases {
  cases: Case[];
  unclassified: Date[];
}

interface LegalRequestState extends Facts {
  submittedAt: Date;
  channel: string;
  codes: string[];
  isRefusedAtFirst: boolean;
  isAccepted: boolean;
  state: Case['state'];
  /** A released answer, final or not, held data. */
  hasData: boolean;
}

interface ArrivalState extends Facts {
  receivedAt: Date;
  channel: string;
  refusedWith: string | null;
  isLegalRequest: boolean | null;
  legalRequestId: string | null;
}

/** @param events in the order in which they happened */
export function collectCases(events: Iterable<ReportEvent>): Cases {
  const legalRequests = new Map<string, LegalRequestState>();
  const arrivals = new Map<string, ArrivalState>();
  for (const event of events)
    if (event.objectType === 'legal_request') applyToLegalRequest(legalRequests, event);
    else applyToArrival(arrivals, event);

  const arrivalsOf = new Map<string, ArrivalState[]>();
  const alone: ArrivalState[] = [];
  for (const arrival of arrivals.values()) {
    const { legalRequestId } = arrival;
    if (legalRequestId === null || !legalRequests.has(legalRequestId)) alone.push(arrival);
    else arrivalsOf.set(legalRequestId, [...(arrivalsOf.get(legalRequestId) ?? []), arrival]);
  }
  return {
    cases: [
      ...[...legalRequests].map(([id, state]) => caseOf(state, arrivalsOf.get(id) ?? [])),
      ...alone.filter((arrival) => isCounted(arrival) === true).map(caseOfArrival),
    ],
    unclassified: alone.filter((arrival) => isCounted(arrival) === null).map(({ receivedAt }) => receivedAt),
  };
}

function applyToLegalRequest(states: Map<string, LegalRequestState>, event: LegalRequestEvent): void {
  const known = states.get(event.objectId);
  if (event.type === 'submitted') {
    const { channel, country, agencyKind, category } = event.payload;
    if (known) Object.assign(known, { state: 'in_process' } satisfies Partial<LegalRequestState>);
    else
      states.set(event.objectId, {
        submittedAt: event.at,
        channel,
        country,
        agencyKind,
        category,
        codes: [],
        isRefusedAtFirst: false,
        isAccepted: false,
        state: 'in_process',
        hasData: false,
      });
    return;
  }
  if (known) applyStep(known, event);
}

function applyStep(
  state: LegalRequestState,
  { type, payload }: Exclude<LegalRequestEvent, { type: 'submitted' }>,
): void {
  switch (type) {
    case 'returned':
    case 'rejected':
      state.isRefusedAtFirst ||= !state.isAccepted;
      state.codes.push(...payload.codes);
      break;
    case 'accepted':
      state.isAccepted = true;
      state.state = 'in_process';
      break;
    case 'withdrawn':
      state.state = 'withdrawn';
      break;
    case 'answer_released':
      state.hasData ||= !noDataOutcomes.includes(payload.outcome);
      if (payload.isFinal) state.state = state.hasData ? 'answered' : 'nothing_held';
      break;
    case 'closed':
      // What was answered stays answered when its files expire.
      if (state.isRefusedAtFirst && !state.isAccepted) state.state = 'finally_rejected';
      break;
  }
}

/** Outcomes of an answer that delivered nothing, because there was nothing (app/answers/answer-statement.ts). */
const noDataOutcomes = ['nothing_held', 'already_deleted'];

function applyToArrival(states: Map<string, ArrivalState>, event: ArrivalEvent): void {
  if (event.type === 'arrived') {
    const { channel, receivedAt, country, agencyKind, category } = event.payload;
    states.set(event.objectId, {
      receivedAt: new Date(receivedAt),
      channel,
      country,
      agencyKind,
      category,
      refusedWith: null,
      isLegalRequest: null,
      legalRequestId: null,
    });
    return;
  }
  const known = states.get(event.objectId);
  if (!known) return;
  switch (event.type) {
    case 'refused':
      known.refusedWith = event.payload.code;
      break;
    case 'described': {
      const { isLegalRequest, country, agencyKind, category } = event.payload;
      known.isLegalRequest = isLegalRequest;
      known.country = country ?? known.country;
      known.agencyKind = agencyKind ?? known.agencyKind;
      known.category = category ?? known.category;
      break;
    }
    case 'registered':
    case 'corrected':
      known.legalRequestId = event.payload.legalRequestId;
      break;
  }
}

/** What staff said counts; without that, a sender whose authority is known. Null: nobody knows. */
function isCounted({ isLegalRequest, country, agencyKind, legalRequestId }: ArrivalState): boolean | null {
  if (legalRequestId !== null || isLegalRequest === true) return true;
  if (isLegalRequest === false) return false;
  return country !== null && agencyKind !== null ? true : null;
}

function caseOfArrival({
  receivedAt,
  channel,
  refusedWith,
  country,
  agencyKind,
  category,
}: ArrivalState): Case {
  return {
    receivedAt,
    channel,
    country,
    agencyKind,
    category,
    codes: new Set(refusedWith === null ? [] : [refusedWith]),
    isRefusedAtFirst: refusedWith !== null,
    isAccepted: false,
    state: refusedWith === null ? 'in_process' : 'finally_rejected',
  };
}

/** The earliest arrival says when and how; the legal request says who and what, as far as it does. */
function caseOf(state: LegalRequestState, arrivals: readonly ArrivalState[]): Case {
  const [first] = [...arrivals].sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
  const refusals = arrivals.flatMap(({ refusedWith }) => refusedWith ?? []);
  return {
    receivedAt: first?.receivedAt ?? state.submittedAt,
    channel: first?.channel ?? state.channel,
    country: state.country ?? first?.country ?? null,
    agencyKind: state.agencyKind ?? first?.agencyKind ?? null,
    category: state.category ?? first?.category ?? null,
    codes: new Set([...refusals, ...state.codes]),
    isRefusedAtFirst: state.isRefusedAtFirst || refusals.length > 0,
    isAccepted: state.isAccepted,
    state: state.state,
  };
}
