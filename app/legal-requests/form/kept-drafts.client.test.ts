import { beforeEach, expect, test, vi } from 'vitest';

import type { SaveOutcome } from './draft-saver.ts';
import { endDraft, findKeptDraft, keepDraft } from './kept-drafts.client.ts';
import { TabDraft } from './tab-draft.ts';

const uploads = vi.hoisted(() => ({ isUploading: false }));
vi.mock('#app/uploads/uploader.client.ts', () => ({ isUploading: () => uploads.isUploading }));
vi.mock('./use-storing.ts', () => ({ storeWhenPossible: () => () => undefined }));

const savedAt = '2026-11-24T13:05:00Z';
const place = { legalRequestId: 'r', purpose: 'attachment', number: 1 } as const;

/** A draft of this tab over what one server keeps; a save over another version than the stored one is a conflict. */
function openDraft(stored: { version: number; content: string }) {
  return new TabDraft<string>(stored.content, {
    version: stored.version,
    savedAt,
    save(content, version): Promise<SaveOutcome> {
      const newer = { version: stored.version, savedAt, savedBy: 'Ina Ermittlung' };
      if (version !== stored.version) return Promise.resolve({ result: 'changed_meanwhile', newer });
      Object.assign(stored, { content, version: version + 1 });
      return Promise.resolve({ result: 'saved', version: version + 1, savedAt });
    },
  });
}

beforeEach(() => {
  uploads.isUploading = false;
  return () => endDraft(place);
});

test('a form that is opened again goes on with the draft that uploads still store their state in', async () => {
  const stored = { version: 3, content: 'a' };
  const draft = openDraft(stored);
  keepDraft(place, draft);
  uploads.isUploading = true;
  const again = findKeptDraft<TabDraft<string>>(place);
  expect(again).toBe(draft);
  // The upload and the form, one after the other, in the same draft.
  draft.change((content) => `${content}, state`);
  await draft.saver.flush();
  again?.change((content) => `${content}, typed`);
  await again?.saver.flush();
  expect([stored.content, draft.saver.status().phase]).toEqual(['a, state, typed', 'saved']);
});

test('what is not stored yet is gone on with, too; anything else is opened anew', async () => {
  const draft = openDraft({ version: 0, content: 'a' });
  keepDraft(place, draft);
  expect(findKeptDraft(place)).toBeNull();
  draft.change(() => 'ab');
  expect(findKeptDraft(place)).toBe(draft);
  expect(findKeptDraft({ ...place, number: 2 })).toBeNull();
  expect(findKeptDraft({ ...place, purpose: 'answer' })).toBeNull();
  await draft.saver.flush();
  expect(findKeptDraft(place)).toBeNull();
});

test('only one draft saves: the one before is ended', async () => {
  const stored = { version: 0, content: 'a' };
  const [before, draft] = [openDraft(stored), openDraft(stored)];
  keepDraft(place, before);
  keepDraft(place, draft);
  before.change(() => 'old');
  await expect(before.saver.flush()).rejects.toThrow('ended');
  draft.change(() => 'new');
  await draft.saver.flush();
  expect(stored.content).toBe('new');
  endDraft(place);
  expect(findKeptDraft(place)).toBeNull();
});

test('what was stored meanwhile takes the place of what stood here, and the form begins anew', () => {
  const draft = openDraft({ version: 0, content: 'mine' });
  draft.takeNewer('theirs', { version: 4, savedAt });
  expect(draft.shown()).toEqual({ content: 'theirs', generation: 1 });
});
