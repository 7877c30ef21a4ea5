/**
 * Preloaded into servers that a command starts. The kernel closes the channel to the command however that one ends, so
 * a server never outlives it, not even after kill -9.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
