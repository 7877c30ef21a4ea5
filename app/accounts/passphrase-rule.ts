/** Shortest passphrase for a key, in characters: that of `app/sealing/openpgp-keys.ts`, without loading its library into pages. */
export const minimumPassphraseLength = 16;
