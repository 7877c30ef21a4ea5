import { useEffect, useId, useSyncExternalStore } from 'react';

/** All gates of the page that are mounted, in order. Several parts of a page may need keys; one of them asks. */
let gates: readonly string[] = [];
const listeners = new Set<() => void>();

function change(next: readonly string[]): void {
  gates = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether this gate is the one that asks; the others wait for it. */
export function useIsAskingGate(): boolean {
  const id = useId();
  useEffect(() => {
    change([...gates, id]);
    return () => change(gates.filter((gate) => gate !== id));
  }, [id]);
  const first = useSyncExternalStore(
    subscribe,
    () => gates[0],
    () => undefined,
  );
  return first === id;
}
