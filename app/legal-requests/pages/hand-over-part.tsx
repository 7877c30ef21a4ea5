import { useState } from 'react';
import { useRevalidator } from 'react-router';

import { useTask } from '#app/accounts/use-task.ts';
import { SelectField } from '#app/forms/fields.tsx';
import type { HandOverChoices } from '#app/legal-requests/hand-over.server.ts';
import { postJson } from '#app/passkeys/post-json.client.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { Alert } from '#app/ui/page.tsx';

type HandOverProps = {
  legalRequestId: string;
  ownId: string;
  /** Null while nobody of the agency is in charge. */
  inCharge: string | null;
  choices: HandOverChoices;
};

/** Who goes on with it: take it over, or give it to a colleague. */
export function HandOverPart({ legalRequestId, ownId, inCharge, choices }: HandOverProps) {
  const { colleagues, mayGive, isMine } = choices;
  const t = useText();
  const texts = t.requests.page.handOver;
  const { revalidate } = useRevalidator();
  const { isBusy, failure, run } = useTask();
  const [to, setTo] = useState('');
  const others = colleagues.filter(({ id }) => id !== ownId);
  const give = (personId: string) =>
    run(async () => {
      await postJson(`/requests/${legalRequestId}/hand-over`, { to: personId });
      setTo('');
      await revalidate();
    });
  if (isMine && others.length === 0) return null;
  return (
    <section className="stack stack--small">
      <h2 className="kern-heading-small">{texts.title}</h2>
      {isMine ? null : (
        <>
          <p>{inCharge === null ? texts.takeFirst : texts.takeText}</p>
          <div>
            <Button weight="secondary" busy={isBusy} onClick={() => give(ownId)}>
              {texts.take}
            </Button>
          </div>
        </>
      )}
      {mayGive && others.length > 0 ? (
        <>
          <SelectField
            id="hand-over-to"
            label={texts.to}
            emptyLabel={texts.choose}
            choices={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
          <div>
            <Button weight="secondary" busy={isBusy} disabled={to === ''} onClick={() => give(to)}>
              {texts.give}
            </Button>
          </div>
        </>
      ) : null}
      {failure === null ? null : <Alert tone="danger" title={failure} announce />}
    </section>
  );
}
