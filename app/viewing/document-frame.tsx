import { useBlobUrl } from './use-blob-url.ts';

/**
 * A document in a frame of its own origin, without scripts, forms, pop-ups or the network (promise 7): `sandbox=""`
 * takes everything away, and the document's own policy says it again.
 *
 * A blob's address and not `srcdoc`, which Trusted Types rightly treats as a way to inject markup into the page.
 */
export function DocumentFrame({ html, title }: { html: Blob | null; title: string }) {
  const url = useBlobUrl(html);
  if (url === null) return <div className="document-frame" />;
  return <iframe className="document-frame" sandbox="" src={url} title={title} />;
}
