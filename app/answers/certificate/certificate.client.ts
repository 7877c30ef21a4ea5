import boldFont from '@kern-ux/native/dist/fonts/noto-sans/NotoSans-Bold.woff?url';
import regularFont from '@kern-ux/native/dist/fonts/noto-sans/NotoSans-Regular.woff?url';

import type { CertificateFacts } from './certificate-facts.ts';

/**
 * Makes the certificate in this browser. The PDF library and the fonts are loaded only now, from our own origin.
 * @returns a PDF document
 * @throws when the facts are not complete or something cannot be loaded; then there is no certificate
 */
export async function makeCertificateHere(facts: CertificateFacts): Promise<Uint8Array> {
  const [{ makeCertificate }, regular, bold] = await Promise.all([
    import('./make-certificate.ts'),
    loadFont(regularFont),
    loadFont(boldFont),
  ]);
  return makeCertificate(facts, { regular, bold });
}

async function loadFont(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error('font not loaded');
  return new Uint8Array(await response.arrayBuffer());
}
