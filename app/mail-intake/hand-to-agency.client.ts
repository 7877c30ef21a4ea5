import { certifiedRecipient, type SealingKeys } from '#app/accounts/sealing-keys.ts';
import { postJson, RequestError } from '#app/passkeys/post-json.client.ts';
import { fromBase64Url, toBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';

import type { HandableAgency, HandToAgency, SealedPackets } from './hand-to-agency.ts';

type ReadyKeys = Extract<SealingKeys, { state: 'ready' }>;

/**
 * Seals the session keys of all that was sealed to the provider alone to the agency as well, and hands the legal request
 * to it. The crypto room checks the agency's certification itself.
 * @throws SealingError, RequestError
 */
export async function handToAgency(
  legalRequestId: string,
  agency: HandableAgency,
  { intake }: ReadyKeys,
): Promise<void> {
  const address = `/desk/requests/${legalRequestId}/agency`;
  const listed = await fetchPackets(address);
  const sealed = await getCryptoRoom().sealSessionKeys({
    packets: listed.map(({ packets }) => fromBase64Url(packets)),
    recipient: certifiedRecipient(intake, agency),
  });
  const keys = listed.map(({ kind, objectId }, index) => ({
    kind,
    objectId,
    packet: toBase64Url(sealed[index] ?? new Uint8Array()),
  }));
  const { id: agencyId, fingerprint } = agency;
  await postJson(address, { agencyId, fingerprint, keys } satisfies HandToAgency);
}

async function fetchPackets(address: string): Promise<SealedPackets> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!response.ok) {
    const { code = 'unknown' } = (await response.json().catch(() => ({}))) as { code?: string };
    throw new RequestError(code, response.status);
  }
  return (await response.json()) as SealedPackets;
}
