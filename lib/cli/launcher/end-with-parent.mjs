// Loaded into the web process (node --import): when the launcher is gone, killed with -9 even, the
// channel to it closes, and the web process ends instead of holding the port for ever. The dev
// server's own child loads this too, and must be left alone: it lives by its channel to the parent.
if (process.channel && process.env.TENANTRY_LAUNCHER === String(process.ppid)) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(killGroup, 3_000).unref();
  });
  // A listener on the channel would keep the process alive.
  process.channel.unref();
}

/** The web process leads a group of its own. */
function killGroup() {
  process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL');
}
