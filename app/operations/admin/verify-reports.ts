import { receiptKeyOf } from '#app/sealing/receipt-signing.server.ts';
import { verifyEdition } from '#app/transparency/edition.ts';
import { isRebuilt, listAllEditions } from '#app/transparency/editions.server.ts';
import { readCommand, requireSetting, withDatabase } from './command.ts';
import type { AdminCommand } from './command.ts';

export const verifyReports: AdminCommand = {
  summary: 'check the signature of every published report and count it again',
  usage: `Checks every version of every transparency report: whether the portal signed exactly this, and whether the events still
give the same figures.

  npm run admin -- verify-reports

Needs DATABASE_URL and RECEIPT_SIGNING_KEY. A version that was signed with an earlier key is named.
Exit code 0: all is as it was published. 1: something is not; it is listed.
`,
  async run(args) {
    readCommand(args, {}, []);
    const receiptSigningKey = requireSetting('RECEIPT_SIGNING_KEY', 'the key that signs the report');
    const { publicKey } = receiptKeyOf({ receiptSigningKey });
    const problems = await withDatabase(async (db) => {
      const editions = await listAllEditions(db);
      const found = await Promise.all(
        editions.map(async (edition) => {
          const name = `${edition.content.year}, version ${edition.content.version}`;
          if (!(await verifyEdition(edition, edition.publicKey)))
            return [`${name}: the signature does not fit`];
          if (edition.publicKey !== publicKey) return [`${name}: signed with another key than that of today`];
          return (await isRebuilt(db, edition.content)) === false
            ? [`${name}: the events give other figures`]
            : [];
        }),
      );
      process.stdout.write(`${editions.length} published versions\n`);
      return found.flat();
    });
    if (problems.length === 0) {
      process.stdout.write('All are as they were published.\n');
      return 0;
    }
    process.stdout.write(`${problems.map((problem) => `  - ${problem}`).join('\n')}\n`);
    return 1;
  },
};
