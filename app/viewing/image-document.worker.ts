import { imageTypeOf, kindHeadBytes } from './document-kind.ts';
import { pixelScale, type DrawableDocument, type PageImage } from './document-protocol.ts';
import { imageHeadBytes, imageSizeOf } from './image-size.ts';

/** More than this is not unfolded: 400 MB in memory. */
const maxPixels = 100_000_000;

/**
 * An image as a document of one page. It is decoded and drawn anew, so what the frame shows is made by us.
 * @throws when it is damaged, or too large to be unfolded
 */
export async function openImage(data: Blob): Promise<DrawableDocument> {
  const type = imageTypeOf(new Uint8Array(await data.slice(0, kindHeadBytes).arrayBuffer())) ?? '';
  const size = imageSizeOf(new Uint8Array(await data.slice(0, imageHeadBytes).arrayBuffer()), type);
  if (!size || size.width * size.height > maxPixels) throw new Error('too large to draw');
  const bitmap = await createImageBitmap(new Blob([data], { type }));
  return { pages: 1, draw: (_page, zoom, pixelRatio) => drawImage(bitmap, zoom, pixelRatio) };
}

/** Scans have three or four times the pixels of the screen: at zoom 1 an image is as wide as a sheet of paper. */
const sheetWidth = 794;

async function drawImage(bitmap: ImageBitmap, zoom: number, pixelRatio: number): Promise<PageImage> {
  const fit = Math.min(1, sheetWidth / bitmap.width);
  const [width, height] = [bitmap.width * fit * zoom, bitmap.height * fit * zoom];
  // Drawing more pixels than the image has would add nothing.
  const scale = Math.min(pixelScale(width, height, pixelRatio), 1 / (fit * zoom));
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return { image: await canvas.convertToBlob({ type: 'image/png' }), width, height, text: '' };
}
