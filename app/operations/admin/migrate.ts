import pg from 'pg';
import { migrate as migrateDatabase } from '#db/migrate.ts';
import { readCommand, requireSetting } from './command.ts';
import type { AdminCommand } from './command.ts';

export const migrate: AdminCommand = {
  summary: 'bring the database to the newest schema (npm start does it too)',
  usage: `Runs the migrations that the database has not seen yet.

  npm run admin -- migrate
`,
  async run(args) {
    readCommand(args, {}, []);
    const connectionString = requireSetting(
      'DATABASE_URL',
      'the connection string of the portal’s PostgreSQL',
    );
    const pool = new pg.Pool({ connectionString, max: 1 });
    try {
      await migrateDatabase(pool);
    } finally {
      await pool.end();
    }
    process.stdout.write('The database has the newest schema.\n');
    return 0;
  },
};
