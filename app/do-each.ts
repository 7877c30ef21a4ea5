/**
 * Does something with each in turn. A fault holds up none of the others.
 * @throws the first fault, after the last one was done
 */
export async function doEach<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  for (const item of items) await act(item).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw faults[0];
}
