/**
 * Where a download that broke off goes on: `Range: bytes=N-` (RFC 9110 §14.2). Every other range may be ignored by a
 * server, and is.
 * @returns the first octet wanted, or null for all of it
 */
export function readRange(header: string | null, totalBytes: number): number | null {
  const from = /^bytes=(\d{1,16})-$/.exec(header ?? '')?.[1];
  return from !== undefined && Number(from) < totalBytes ? Number(from) : null;
}
