import { Form, redirect, useLoaderData, useNavigation } from 'react-router';

import { acceptInvitation, findInvitation } from '#app/accounts/invitations.server.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { registrationCookie } from '#app/middleware/cookies.server.ts';
import { limitRate, networkOf } from '#app/middleware/rate-limit.server.ts';
import { servicesContext, visitContext } from '#app/services.server.ts';
import { useText } from '#app/text/text.tsx';
import { Button, ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeading, PageMain, SummaryList } from '#app/ui/page.tsx';

import type { Route } from './+types/invitation.ts';

/** Opening a link changes nothing: mail scanners open every link. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const services = context.get(servicesContext);
  const { clientAddress } = context.get(visitContext);
  return answerPage(async () => {
    await limitRate(services, 'invitation_by_address', networkOf(clientAddress));
    return { invitation: await findInvitation(services.db, params.token, new Date()) };
  });
}

export async function action({ params, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const { clientAddress } = context.get(visitContext);
  const token = await answerPage(async () => {
    await limitRate(services, 'invitation_by_address', networkOf(clientAddress));
    return acceptInvitation(services.db, params.token, new Date());
  });
  // Somebody who comes back for new access is led on to the passkey.
  return redirect('/register/person', {
    headers: { 'Set-Cookie': await registrationCookie.serialize(token) },
  });
}

export default function Invitation() {
  const t = useText();
  const { invitation: text } = t.accounts;
  const { invitation } = useLoaderData<typeof loader>();
  const isBusy = useNavigation().state === 'submitting';
  if (!invitation)
    return (
      <PageMain narrow>
        <PageHeading>{text.voidTitle}</PageHeading>
        <p>{text.voidText}</p>
        <div>
          <ButtonLink to="/" weight="secondary">
            {t.errors.toStart}
          </ButtonLink>
        </div>
      </PageMain>
    );
  const words = invitation.isNewAccess ? text.newAccess : text;
  return (
    <PageMain narrow>
      <PageHeading>{words.title}</PageHeading>
      <p>{words.lead}</p>
      <SummaryList
        items={[
          { key: 'team', label: text.team, value: invitation.teamName },
          { key: 'role', label: text.role, value: t.accounts.roles[invitation.role] },
          { key: 'email', label: text.email, value: invitation.email },
        ]}
      />
      <Form method="post">
        <Button type="submit" busy={isBusy}>
          {words.start}
        </Button>
      </Form>
    </PageMain>
  );
}
