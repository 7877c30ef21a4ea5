import { keyAlarmSchema, raiseKeyAlarm } from '#app/accounts/key-alarms.server.ts';
import { answerJson } from '#app/middleware/answers.server.ts';
import { readJson } from '#app/middleware/read-json.server.ts';
import { requireActor } from '#app/middleware/session.server.ts';
import { servicesContext } from '#app/services.server.ts';

import type { Route } from './+types/key-alarm.ts';

export function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const services = context.get(servicesContext);
  return answerJson(async () => {
    await raiseKeyAlarm(services, actor, await readJson(request, keyAlarmSchema), new Date());
    return {};
  });
}
