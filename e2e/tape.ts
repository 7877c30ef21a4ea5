import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Everything that browsers send to a portal, octet by octet as it goes over the line. */
export interface Tape {
  /** One element per connection. */
  sent: () => Buffer[];
  stop: () => Promise<void>;
}

/**
 * Stands on the portal's public port and hands everything on to the port where the server listens. The browser's own tools do
 * not show all of it: Chromium gives away no body that is a `Blob`, and uploads and drafts are such.
 */
export async function startTape(port: number, behind: number): Promise<Tape> {
  const connections: Buffer[][] = [];
  const open = new Set<Socket>();
  const recorder = createServer((browser) => {
    const server = connect(behind, '127.0.0.1');
    const pieces: Buffer[] = [];
    connections.push(pieces);
    browser.on('data', (piece: Buffer) => pieces.push(piece));
    browser.pipe(server).pipe(browser);
    for (const [one, other] of [
      [browser, server],
      [server, browser],
    ] as const) {
      open.add(one);
      // One side that breaks off ends the other; what that means is for the browser and the server to say.
      one.on('error', () => other.destroy());
      one.once('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  recorder.listen(port, '127.0.0.1');
  await once(recorder, 'listening');
  return {
    sent: () => connections.map((pieces) => Buffer.concat(pieces)),
    async stop() {
      recorder.close();
      for (const socket of open) socket.destroy();
      await once(recorder, 'close');
    },
  };
}
