/** Somebody is about to hand out a private key: said before it leaves the browser, and again by the server. */
export const looksPrivate = (armored: string): boolean => /PRIVATE KEY/i.test(armored);
