const longestName = 150;
const fallback = 'dokument';

/** Windows takes these for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name that a stranger gave to a file, made safe to save under: no control characters, nothing that turns the
 * direction of writing (so that "gpj.exe" is not read as "exe.jpg"), no path, no leading or trailing dots and spaces.
 */
export function downloadNameOf(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (clean === '') return fallback;
  const short = shorten(clean);
  return reserved.test(short) ? `_${short}` : short;
}

/** Keeps the ending, because it decides which program opens the file. */
function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= longestName) return name;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return characters.slice(0, longestName - ending.length).join('') + ending;
}
