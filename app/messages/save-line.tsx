import type { DraftStatus } from '#app/legal-requests/form/draft-saver.ts';
import { formatTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';

/** Whether what is being written is stored. */
export function SaveLine({ status }: { status: DraftStatus }) {
  const t = useText();
  const locale = useLocale();
  const { saved, notSaved } = t.messages.write;
  const words = {
    unchanged: '',
    saving: '',
    saved: status.phase === 'saved' ? saved(formatTime(status.savedAt, locale)) : '',
    retrying: notSaved,
    stopped: notSaved,
    conflict: notSaved,
    refused: notSaved,
  }[status.phase];
  return <p className="muted save-line">{words}</p>;
}
