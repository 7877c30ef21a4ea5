/** The bench's server as a process of its own, so that its memory is its own. */
import { startBenchServer } from './bench-server.ts';

const [port = '4590', site = ''] = process.argv.slice(2);
const server = await startBenchServer(Number(port), site);
let peakBytes = 0;
const timer = setInterval(() => {
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
}, 100);

/** The bench was interrupted: nothing is left behind. */
process.once('disconnect', () => void server.stop().finally(() => process.exit(0)));
process.once('message', () => {
  process.removeAllListeners('disconnect');
  clearInterval(timer);
  process.send?.(peakBytes / 1_000_000);
  void server.stop().then(() => process.exit(0));
});
process.send?.('ready');
