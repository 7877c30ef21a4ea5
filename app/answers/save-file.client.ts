import type { OpenedFile, OpenProgress } from '#app/sealing/bulk-types.ts';
import type { RoomTask } from '#app/sealing/sealing-types.ts';
import { downloadNameOf } from '#app/viewing/download-name.ts';
import { openSealedFile } from '#app/viewing/open-sealed-file.client.ts';

import type { AnswerFile } from './answer-manifest.ts';

/** File System Access API, which only some browsers have (https://wicg.github.io/file-system-access/). */
type SavePicker = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;

function findPicker(): SavePicker | null {
  const picker: unknown = Reflect.get(window, 'showSaveFilePicker');
  return typeof picker === 'function' ? (picker.bind(window) as SavePicker) : null;
}

export interface Saving {
  /** Whether the person has chosen where it goes; else the result is a file to be stored by a link. */
  isChosen: boolean;
  task: RoomTask<OpenedFile>;
}

/**
 * Saves a file of an answer without ever holding all of it in memory: to the file that the person chooses, or, where a
 * browser cannot ask, to a file in its own storage. The ciphertext is compared before it is decrypted, the text before
 * it is called saved.
 * @returns null when the person chose nothing
 */
export async function startSaving(
  file: AnswerFile,
  onProgress: (progress: OpenProgress) => void,
): Promise<Saving | null> {
  const picker = findPicker();
  if (!picker) return { isChosen: false, task: openSealedFile(file, file, onProgress, 'private_file') };
  const handle = await picker({ suggestedName: downloadNameOf(file.name) }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  });
  return handle && { isChosen: true, task: openSealedFile(file, file, onProgress, handle) };
}
