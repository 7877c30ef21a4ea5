/**
 * The document inside the sandboxed frame. It has no scripts, may not load anything, and gets its look from old
 * presentational attributes, because it inherits the portal's policy, which knows no inline styles.
 */
const policy = "default-src 'none'; img-src data:";

const page = (lang: string, title: string, body: string): string =>
  `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8">` +
  `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
  `<title>${escapeHtml(title)}</title></head>${body}</html>`;

/** Text as text: nothing in it is ever markup. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

export type FrameImage = {
  /** `data:image/png;base64,…` made by our own worker, never by a stranger. */
  dataUrl: string;
  /** In CSS pixels. */
  width: number;
  height: number;
  /** Said in place of the image; its text stands beside the frame. */
  alternative: string;
};

/** One page of a document as an image on grey. @throws TypeError for an address that is not an image's data */
export function imageFrame(lang: string, title: string, image: FrameImage): string {
  if (!/^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/=]+$/.test(image.dataUrl))
    throw new TypeError('data URL');
  const { width, height, alternative, dataUrl } = image;
  const size = `width="${Math.round(width)}" height="${Math.round(height)}"`;
  return page(
    lang,
    title,
    `<body bgcolor="#e4e4e4"><center><img ${size} alt="${escapeHtml(alternative)}" src="${dataUrl}"></center></body>`,
  );
}

/** Plain text, wrapped. */
export function textFrame(lang: string, title: string, text: string): string {
  return page(
    lang,
    title,
    `<body bgcolor="#ffffff" text="#000000"><pre dir="auto">${escapeHtml(text)}</pre></body>`,
  );
}
