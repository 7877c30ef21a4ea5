/** What the first use of memory costs on this machine, which differs tenfold between machines and decides some ratios (decision 0007). */

const pageBytes = 4096;
/** More than lies ready in a process, so that the system has to give all of it. */
const probedBytes = 256 * 1024 * 1024;

/** Microseconds for the first write to a page of 4 KiB, averaged over 256 MiB. */
export function measureFreshMemory(): number {
  const memory = Buffer.allocUnsafeSlow(probedBytes);
  const begin = performance.now();
  for (let at = 0; at < probedBytes; at += pageBytes) memory[at] = 1;
  return ((performance.now() - begin) * 1000) / (probedBytes / pageBytes);
}
