/**
 * Starts an embedded database and writes rows until it is killed, saying each one that the database acknowledged:
 *   node test/embedded-child.ts FOLDER PORT
 */
import pg from 'pg';
import { startEmbeddedDatabase } from '#db/embedded.ts';

const [folder = '', port = ''] = process.argv.slice(2);
const { url } = await startEmbeddedDatabase({ folder, port: Number(port) });
const client = new pg.Client({ connectionString: url });
client.on('error', () => undefined);
await client.connect();
await client.query('drop table if exists rows');
await client.query('create table rows (id integer primary key)');
for (let id = 1; ; id += 1) {
  await client.query('insert into rows values ($1)', [id]);
  process.stdout.write(`${id}\n`);
}
