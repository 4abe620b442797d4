const running = new Set();
let stopping = false;

/** True once the run is being stopped: no step goes on then, and none begins. */
export function isStopping() {
  return stopping;
}

/** Remembers a process of a step, to be ended with the run. */
export function keepChild(child) {
  running.add(child);
}

/** Forgets a process that has ended. */
export function forgetChild(child) {
  running.delete(child);
}

/** Sends a signal to a process and everything it started. */
export function killTree(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Ends what still runs: first as Ctrl-C does, which lets the runners stop their servers, and
 * after 8 s by force.
 */
export async function stopChildren() {
  stopping = true;
  for (const child of running) killTree(child, 'SIGINT');
  const end = Date.now() + 8000;
  while (running.size > 0 && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const child of running) killTree(child, 'SIGKILL');
}
