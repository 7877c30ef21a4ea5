import { postJson } from '#app/passkeys/post-json.client.ts';
import { toBase64Url } from '#app/sealing/base64url.ts';
import { getCryptoRoom } from '#app/sealing/crypto-client.client.ts';
import type { Recipient } from '#app/sealing/sealing-types.ts';

import type { CallBack } from './call-back.ts';
import type { Confirmation } from './confirmation.ts';

/** Seals the completed checklist to the intake key and stores it. @throws SealingError, RequestError */
export async function saveCallBack(value: CallBack, ownTeam: Recipient): Promise<void> {
  const sealed = toBase64Url(await getCryptoRoom().sealJson({ value, recipients: [ownTeam] }));
  await postJson(`/desk/requests/${value.legalRequestId}/call-back`, { sealed });
}

/** Seals to both teams and records the day. @throws SealingError, RequestError */
export async function saveConfirmation(
  value: Confirmation,
  confirmedOn: string,
  recipients: Recipient[],
): Promise<void> {
  const sealed = toBase64Url(await getCryptoRoom().sealJson({ value, recipients }));
  await postJson(`/confirmations/${value.legalRequestId}`, { confirmedOn, sealed });
}
