import { expect, test } from 'vitest';

import { doEach } from './do-each.ts';

test('goes on after a fault, and throws the first one at the end', async () => {
  const done: number[] = [];
  const act = async (item: number) => {
    if (item % 2 === 0) throw new Error(`not ${item}`);
    done.push(await Promise.resolve(item));
  };
  await expect(doEach([1, 2, 3, 4, 5], act)).rejects.toThrow('not 2');
  expect(done).toEqual([1, 3, 5]);
  await doEach([7], act);
  expect(done).toEqual([1, 3, 5, 7]);
});
