import { postJson } from '#app/passkeys/post-json.client.ts';

/** Puts on record that this person opened a file. When that fails, the ciphertext was not to be had either. */
export async function noteOpenedFile(fileId: string): Promise<void> {
  await postJson(`/desk/files/${fileId}/opened`, {}).catch(() => undefined);
}
