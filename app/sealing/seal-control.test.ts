import { describe, expect, test } from 'vitest';
import { SealControl, segmentsAhead } from './seal-control.ts';

/** True if the promise is settled after all that is due now has run. */
async function isSettled(promise: Promise<void>): Promise<boolean> {
  const marker = {};
  await new Promise((resolve) => setImmediate(resolve));
  return (await Promise.race([promise.then(() => null), Promise.resolve(marker)])) !== marker;
}

describe('back-pressure', () => {
  test('a fifth segment waits until one is released', async () => {
    const control = new SealControl();
    for (let index = 0; index < segmentsAhead; index += 1) {
      await control.waitForPlace();
      control.occupy(index);
    }
    const waiting = control.waitForPlace();
    expect(await isSettled(waiting)).toBe(false);
    control.releaseSegment(2);
    await waiting;
    expect(control.firstOutstanding(9)).toBe(0);
  });

  test('what is not outstanding cannot be released', () => {
    const control = new SealControl();
    const released: number[] = [];
    control.onRelease((index) => released.push(index));
    control.occupy(3);
    control.releaseSegment(4);
    control.releaseSegment(3);
    control.releaseSegment(3);
    expect(released).toEqual([3]);
    expect(control.firstOutstanding(7)).toBe(7);
  });
});

describe('pausing and cancelling', () => {
  test('a pause stops the next piece and the next segment', async () => {
    const control = new SealControl();
    control.pause();
    const waiting = Promise.all([control.waitWhilePaused(), control.waitForPlace()]).then(() => undefined);
    expect(await isSettled(waiting)).toBe(false);
    control.resume();
    await waiting;
  });

  test('cancelling ends a pause', async () => {
    const control = new SealControl();
    const abort = new AbortController();
    control.pause();
    const waiting = control.waitWhilePaused(abort.signal);
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    await expect(control.waitForPlace(abort.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
