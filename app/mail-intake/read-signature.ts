/** The signature out of its MIME part, whatever it was encoded with; null when there is none. */
export async function readSignature(part: Uint8Array): Promise<Uint8Array | null> {
  const { default: PostalMime } = await import('postal-mime');
  const { attachments } = await PostalMime.parse(part, { attachmentEncoding: 'arraybuffer' });
  const content = attachments[0]?.content;
  if (content === undefined) return null;
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}
