import { expect, test } from 'vitest';

import { SpeedMeter } from './speed-meter.ts';

test('says nothing before it knows', () => {
  const meter = new SpeedMeter();
  meter.add(0, 0);
  meter.add(1000, 500);
  expect([meter.bytesPerSecond(), meter.secondsLeft(10)]).toEqual([null, null]);
});

test('measures the last seconds only', () => {
  const meter = new SpeedMeter();
  for (let second = 0; second <= 20; second += 1) meter.add(second * 1000, second * 1000);
  for (let second = 1; second <= 10; second += 1) meter.add(20_000 + second * 1000, 20_000 + second * 100);
  expect(meter.bytesPerSecond()).toBeCloseTo(100);
  expect(meter.secondsLeft(1000)).toBe(10);
});

test('starts anew when a part is sent again', () => {
  const meter = new SpeedMeter();
  meter.add(0, 0);
  meter.add(4000, 4000);
  meter.add(5000, 1000);
  expect(meter.bytesPerSecond()).toBeNull();
  meter.add(7000, 3000);
  expect(meter.bytesPerSecond()).toBe(1000);
});

test('knows no end when nothing moves', () => {
  const meter = new SpeedMeter();
  meter.add(0, 10);
  meter.add(3000, 10);
  expect([meter.bytesPerSecond(), meter.secondsLeft(10)]).toEqual([0, null]);
});
