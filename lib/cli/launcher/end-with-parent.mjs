// Loaded into the web process (node --import): when the launcher is gone, killed with -9 even, the
// channel to it closes, and the web process ends instead of holding the port for ever.
if (process.channel) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 3_000).unref();
  });
  // A listener on the channel would keep the process alive.
  process.channel.unref();
}
