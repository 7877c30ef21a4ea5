import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { offerInAutofill, offerLifetime } from './autofill-offer.client.ts';

let page: EventTarget & { hidden: boolean };

beforeEach(() => {
  vi.useFakeTimers();
  page = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('document', page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const look = (hidden: boolean) => {
  page.hidden = hidden;
  page.dispatchEvent(new Event('visibilitychange'));
};
const waitsForever = () => vi.fn((_: AbortSignal) => new Promise<string>(() => undefined));
const settle = () => vi.advanceTimersByTimeAsync(0);

test('asks anew before the challenge ends, as long as somebody looks at the page', () => {
  const ask = waitsForever();
  offerInAutofill(ask, vi.fn(), false);
  expect(ask).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(offerLifetime - 1);
  expect(ask).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(15_000);
  expect(ask).toHaveBeenCalledTimes(2);
  look(true);
  vi.advanceTimersByTime(10 * offerLifetime);
  expect(ask).toHaveBeenCalledTimes(2);
  look(false);
  expect(ask).toHaveBeenCalledTimes(3);
});

test('looking away for a moment asks nothing', () => {
  const ask = waitsForever();
  offerInAutofill(ask, vi.fn(), false);
  look(true);
  look(false);
  expect(ask).toHaveBeenCalledTimes(1);
});

test('a question that failed is asked again when its time has come, and not before', async () => {
  const ask = vi.fn(() => Promise.reject(new Error('no connection')));
  const onChosen = vi.fn();
  offerInAutofill(ask, onChosen, false);
  await vi.advanceTimersByTimeAsync(offerLifetime / 2);
  expect(ask).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(offerLifetime);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(onChosen).not.toHaveBeenCalled();
});

test('after a passkey that did not sign in the offer comes a little later, so that nothing turns in a circle', () => {
  const ask = waitsForever();
  offerInAutofill(ask, vi.fn(), true);
  vi.advanceTimersByTime(14_000);
  expect(ask).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(ask).toHaveBeenCalledTimes(1);
});

test('ends with the choice of a passkey', async () => {
  const onChosen = vi.fn();
  const ask = vi.fn((_: AbortSignal) => Promise.resolve('passkey'));
  offerInAutofill(ask, onChosen, false);
  await settle();
  expect(onChosen.mock.calls).toEqual([['passkey']]);
  vi.advanceTimersByTime(10 * offerLifetime);
  look(false);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('ended by the page, it ends the question, and an answer that comes all the same is nobody’s', async () => {
  const onChosen = vi.fn();
  const ask = vi.fn((_: AbortSignal) => Promise.resolve('passkey'));
  const end = offerInAutofill(ask, onChosen, false);
  end();
  await settle();
  expect(ask.mock.calls[0]?.[0].aborted).toBe(true);
  expect(onChosen).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
