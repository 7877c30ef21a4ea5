/**
 * The PRF extension (WebAuthn Level 3 §10.1.4): a passkey turns a constant input into 32 secret octets. They unlock the
 * person's key and never leave the browser.
 */
const label = 'amtsweg.prf.v1';

/** `eval.first`: SHA-256 of a constant, the same for everybody; each envelope has a random salt of its own. */
export async function prfInput(): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(label)));
}

interface WithExtensionResults {
  clientExtensionResults: object;
}

/** What the extension results say of PRF. */
export interface PrfOutcome {
  /** Whether the passkey can do PRF: `enabled` at creation, or a result. */
  isSupported: boolean;
  /** 32 octets; null when this ceremony gave none. */
  secret: Uint8Array<ArrayBuffer> | null;
}

/**
 * Takes the PRF result out of a ceremony's response. What is left holds no extension results at all and may be sent.
 */
export function takePrf<Response extends WithExtensionResults>(
  response: Response,
): { response: Response; prf: PrfOutcome } {
  const { prf } = response.clientExtensionResults as {
    prf?: { enabled?: boolean; results?: { first?: ArrayBuffer | ArrayBufferView } };
  };
  const first = prf?.results?.first;
  const octets = first === undefined ? null : toOctets(first);
  const secret = octets?.length === 32 ? octets : null;
  return {
    response: { ...response, clientExtensionResults: {} },
    prf: { isSupported: prf?.enabled === true || secret !== null, secret },
  };
}

function toOctets(value: ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> {
  if (!ArrayBuffer.isView(value)) return new Uint8Array(value.slice(0));
  return new Uint8Array(new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength));
}
