import { formatDateTime } from '#app/text/format.ts';
import { useLocale, useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';

import type { useDecisionTask } from './use-decision-task.ts';

/** What came of signing: done, failed, or somebody else was faster. */
export function DecisionNotices({
  task,
  isOutside,
}: {
  task: ReturnType<typeof useDecisionTask>;
  /** The authority does not use the portal: no mail goes to it by itself. */
  isOutside: boolean;
}) {
  const t = useText();
  const locale = useLocale();
  const { decision: text, history } = t.desk;
  const { happened, failure, done } = task;
  if (done) {
    const said = done === 'decided' && isOutside ? text.done.decidedOutside : text.done[done];
    return <Alert tone="success" title={said} announce />;
  }
  if (failure !== null) return <Alert tone="danger" title={failure} announce />;
  if (!happened) return null;
  const who = happened.actorName ?? history.system;
  return (
    <Alert tone="warning" title={text.happenedTitle} announce>
      <p>{text.happened(history.events[happened.type], who, formatDateTime(happened.at, locale))}</p>
      <div>
        <Button weight="secondary" onClick={task.reload}>
          {text.reload}
        </Button>
      </div>
    </Alert>
  );
}
