import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

import type { Config } from '#app/config.server.ts';

export interface DemoMail {
  name: string;
  to: string;
  subject: string;
  text: string;
  date: string;
}

/** The mails that the demo wrote instead of sending, newest first; the newest 200. */
export async function listDemoMails(config: Pick<Config, 'smtpUrl'>): Promise<DemoMail[]> {
  const folder = config.smtpUrl.slice('file:'.length);
  const names = await readdir(folder).catch(() => []);
  const newest = names
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .reverse()
    .slice(0, 200);
  return Promise.all(
    newest.map(async (name) => {
      const mail = await PostalMime.parse(await readFile(join(folder, name)));
      return {
        name,
        to: mail.to?.map(({ address }) => address).join(', ') ?? '',
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        date: mail.date ?? '',
      };
    }),
  );
}
