/** The operator's limits, as the configuration and the page name them. */
export type UploadLimits = {
  /** Plaintext of one file. */
  maxFileBytes: number;
  /** Files of one revision of a legal request. */
  maxFiles: number;
};

/**
 * Longest ciphertext that a file within the limit can have: two session key packets, the packet headers, the file's
 * name and, in SEIPDv2, 16 octets for each MiB. Generous, because a key may be RSA with 16384 bit.
 */
export function maxCiphertextBytes({ maxFileBytes }: UploadLimits): number {
  return maxFileBytes + 16 * 1024 + 16 * Math.ceil(maxFileBytes / (1024 * 1024));
}
