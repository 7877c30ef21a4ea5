import { data, Form, Link, redirect, useActionData, useLoaderData } from 'react-router';

import { PasskeyList, SessionsPanel } from '#app/accounts/account-lists.tsx';
import { AddPasskeyPanel, KeysPanel, RecoveryPanel } from '#app/accounts/account-panels.tsx';
import { can, type Actor } from '#app/accounts/actor.ts';
import { useFormFault } from '#app/accounts/form-errors.tsx';
import { recipientsFor } from '#app/accounts/intake-key.server.ts';
import { changeLocale, changeProfile, findOwnAccount } from '#app/accounts/own-account.server.ts';
import { passkeyNameSchema, renamePasskey, revokePasskey } from '#app/accounts/own-passkeys.server.ts';
import { parseForm } from '#app/accounts/parse-form.ts';
import { officerSchema, staffSchema } from '#app/accounts/registration-schemas.ts';
import { listSessions } from '#app/accounts/sessions.server.ts';
import { RadioGroup } from '#app/forms/choices.tsx';
import { TextField } from '#app/forms/fields.tsx';
import { z } from '#app/forms/zod.ts';
import { answerPage } from '#app/middleware/answers.server.ts';
import { localeCookie } from '#app/middleware/cookies.server.ts';
import { requireActor } from '#app/middleware/session.server.ts';
import { servicesContext, type Services } from '#app/services.server.ts';
import { locales } from '#app/text/catalogue.ts';
import { useText } from '#app/text/text.tsx';
import { Button } from '#app/ui/buttons.tsx';
import { PageHeading, PageMain, Panel, SummaryList } from '#app/ui/page.tsx';

import '#app/accounts/accounts.css';
import type { Route } from './+types/account.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const { db, config } = context.get(servicesContext);
  const { intake, agency } = await recipientsFor(db, config, actor);
  const sessions = await listSessions(db, actor, new Date());
  return {
    ...(await answerPage(async () => findOwnAccount(db, actor))),
    teamName: actor.teamName,
    role: actor.role,
    isOfficer: actor.teamKind === 'agency',
    sessions: sessions.map((session) => ({ ...session, isCurrent: session.id === actor.sessionId })),
    fingerprints: {
      team: (actor.teamKind === 'agency' ? agency : intake)?.fingerprint ?? null,
      portal: intake?.fingerprint ?? null,
    },
    mayExport: can(actor, 'export_team_key'),
    isAdmitted: can(actor, 'use_account'),
  };
}

const passkeyId = z.string().min(1).max(1400);
const intentSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('locale'), locale: z.enum(locales) }),
  z.object({ intent: z.literal('rename'), passkeyId }),
  z.object({ intent: z.literal('revoke'), passkeyId }),
  z.object({ intent: z.literal('profile') }),
]);

export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const { db } = context.get(servicesContext);
  const form = await request.formData();
  const parsed = parseForm(form, intentSchema);
  if (!parsed.ok) throw data({ code: 'bad_input' }, 400);
  const { value } = parsed;
  switch (value.intent) {
    case 'profile':
      return saveProfile(db, actor, form);
    case 'locale':
      await changeLocale(db, actor, value.locale);
      return redirect('/account', { headers: { 'Set-Cookie': await localeCookie.serialize(value.locale) } });
    case 'rename':
      return saveName(db, actor, value.passkeyId, form);
    case 'revoke':
      await answerPage(async () => revokePasskey(db, actor, value.passkeyId, new Date()));
      return redirect('/account');
  }
}

async function saveName(db: Services['db'], actor: Actor, passkey: string, form: FormData) {
  const renamed = parseForm(form, z.object({ name: passkeyNameSchema }));
  if (!renamed.ok) return data({ values: renamed.values, errors: renamed.errors }, 400);
  await renamePasskey(db, actor, { passkeyId: passkey, name: renamed.value.name });
  return redirect('/account');
}

async function saveProfile(db: Services['db'], actor: Actor, form: FormData) {
  const schema = (actor.teamKind === 'agency' ? officerSchema : staffSchema).omit({ name: true });
  const profile = parseForm(form, schema);
  if (!profile.ok) return data({ values: profile.values, errors: profile.errors }, 400);
  await changeProfile(db, actor, profile.value);
  return redirect('/account');
}

/** What was wrong with one of the page's forms. */
function useFaultOf(intent: 'profile' | 'rename') {
  const fault = useActionData<typeof action>();
  return fault?.values['intent'] === intent ? fault : undefined;
}

export default function Account() {
  const t = useText();
  const { account: text } = t.accounts;
  const { passkeys, sessions, fingerprints, mayExport, isAdmitted } = useLoaderData<typeof loader>();
  return (
    <PageMain narrow>
      <PageHeading>{text.title}</PageHeading>
      <ProfilePanel />
      <Panel title={text.passkeys.title}>
        <p>{text.passkeys.lead}</p>
        <PasskeyList passkeys={passkeys} fault={useFaultOf('rename')} />
        <AddPasskeyPanel />
      </Panel>
      <RecoveryPanel />
      <SessionsPanel sessions={sessions} />
      <KeysPanel {...fingerprints} mayExport={mayExport} />
      {isAdmitted ? <NotificationsLink /> : null}
      <LanguagePanel />
    </PageMain>
  );
}

function ProfilePanel() {
  const t = useText();
  const { profile: text } = t.accounts.account;
  const { person } = t.accounts.register;
  const { profile, teamName, role, isOfficer } = useLoaderData<typeof loader>();
  const { valueOf, errorOf, summary } = useFormFault(useFaultOf('profile'));
  const field = (name: 'rank' | 'unit' | 'telephone') => ({
    id: name,
    name,
    label: person[name],
    defaultValue: valueOf(name, profile[name]),
    error: errorOf(name),
  });
  return (
    <Panel title={text.title}>
      {summary}
      <SummaryList
        items={[
          { key: 'name', label: text.name, value: profile.name },
          { key: 'email', label: text.email, value: profile.email },
          { key: 'team', label: text.team, value: teamName },
          { key: 'role', label: text.role, value: t.accounts.roles[role] },
        ]}
      />
      <p className="muted">{text.verified}</p>
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="intent" value="profile" />
        {isOfficer ? (
          <>
            <TextField {...field('rank')} />
            <TextField {...field('unit')} />
          </>
        ) : null}
        <TextField {...field('telephone')} type="tel" />
        <div>
          <Button type="submit" weight="secondary">
            {t.layout.save}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}

function NotificationsLink() {
  const { notifications: text } = useText();
  return (
    <Panel title={text.title}>
      <p>{text.linkLead}</p>
      <Link className="kern-link" to="/account/notifications">
        {text.link}
      </Link>
    </Panel>
  );
}

/** A full page load: the words of the page come with it. */
function LanguagePanel() {
  const t = useText();
  const { language: text } = t.accounts.account;
  const { profile } = useLoaderData<typeof loader>();
  return (
    <Panel title={text.title}>
      <Form method="post" className="stack" reloadDocument>
        <input type="hidden" name="intent" value="locale" />
        <RadioGroup
          name="locale"
          legend={text.label}
          defaultValue={profile.locale}
          choices={locales.map((value) => ({ value, label: t.layout.languageNames[value] }))}
        />
        <div>
          <Button type="submit" weight="secondary">
            {t.layout.save}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
