import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { idleLimitMs, watchIdle } from './idle-lock.client.ts';

const minute = 60_000;
let page: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('document', new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const never = (): number => 0;

test('locks once after 15 minutes of nothing', () => {
  const lock = vi.fn();
  watchIdle(never, lock);
  vi.advanceTimersByTime(idleLimitMs - minute);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60 * minute);
  expect(lock).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test.each(['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])('%s is activity', (type) => {
  const lock = vi.fn();
  watchIdle(never, lock);
  for (let times = 0; times < 5; times++) {
    vi.advanceTimersByTime(10 * minute);
    page.dispatchEvent(new Event(type));
  }
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(16 * minute);
  expect(lock).toHaveBeenCalledOnce();
});

test('work on a file is activity', () => {
  const lock = vi.fn();
  let workedAt = 0;
  watchIdle(() => workedAt, lock);
  vi.advanceTimersByTime(10 * minute);
  workedAt = Date.now();
  vi.advanceTimersByTime(10 * minute);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(6 * minute);
  expect(lock).toHaveBeenCalledOnce();
});

test('the key press that wakes a laptop finds the room locked', () => {
  const lock = vi.fn();
  watchIdle(never, lock);
  // Timers stand still while it sleeps; only the clock has moved.
  vi.setSystemTime(Date.now() + 8 * 60 * minute);
  page.dispatchEvent(new Event('keydown'));
  expect(lock).toHaveBeenCalledOnce();
});

test('coming back to the tab looks at the clock', () => {
  const lock = vi.fn();
  watchIdle(never, lock);
  vi.setSystemTime(Date.now() + 16 * minute);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(lock).toHaveBeenCalledOnce();
});

test('a stopped watch never locks', () => {
  const lock = vi.fn();
  const stop = watchIdle(never, lock);
  stop();
  vi.advanceTimersByTime(60 * minute);
  page.dispatchEvent(new Event('keydown'));
  expect(lock).not.toHaveBeenCalled();
});
