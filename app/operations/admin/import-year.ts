import { readFileSync } from 'node:fs';
import { DomainError } from '#app/domain-error.ts';
import { OperationError } from '#app/operations/life.ts';
import { ImportError, readYears } from '#app/transparency/import-years.ts';
import { importYear as keepYear } from '#app/transparency/import-report.server.ts';
import { readCommand, requireSetting, withDatabase } from './command.ts';
import type { AdminCommand } from './command.ts';

const explanations: Record<string, string> = {
  note_missing: 'is published with other figures: say with --note what is corrected, and why',
  year_of_portal: 'is counted by the portal itself',
};

export const importYear: AdminCommand = {
  summary: 'publish years of the transparency report from before the portal',
  usage: `Reads years from before the portal from a file and publishes them, signed. The same figures again change nothing;
other figures are a correction and become the next version, the old one stays reachable.

  npm run admin -- import-year FILE [--note TEXT]

  FILE          .json or .csv; "not published" is null in JSON and an empty value in CSV, and something else than 0
  --note TEXT   what is corrected and why, published with the new version

JSON: { "years": [ { "year": 2019, "total": 79, "origin": { "domestic": 72, "foreign": 7 }, … } ] }
CSV:  year,field,value,derived   for example   2019,origin.domestic,72,

Needs DATABASE_URL, PROVIDER_NAME and RECEIPT_SIGNING_KEY in the environment.
`,
  async run(args) {
    const { options, words } = readCommand(args, { note: { type: 'string' } }, ['FILE']);
    const file = words[0] ?? '';
    const years = readFile(file);
    const settings = {
      providerName: requireSetting('PROVIDER_NAME', 'what the provider is called'),
      receiptSigningKey: requireSetting('RECEIPT_SIGNING_KEY', 'the key that signs the report'),
    };
    await withDatabase(async (db) => {
      for (const figures of years) {
        try {
          const outcome = await keepYear(db, settings, figures, options.note?.trim() ?? '', new Date());
          process.stdout.write(`${figures.year}: ${outcome}, ${figures.total} requests\n`);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          throw new OperationError(`${figures.year} ${explanations[error.code] ?? error.code}.`);
        }
      }
    });
    return 0;
  },
};

function readFile(file: string) {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    throw new OperationError(
      `${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}.`,
    );
  }
  try {
    return readYears(content.replace(/^\uFEFF/, ''), file.toLowerCase().endsWith('.csv') ? 'csv' : 'json');
  } catch (error) {
    if (error instanceof ImportError) throw new OperationError(`${file}: ${error.message}`);
    throw error;
  }
}
