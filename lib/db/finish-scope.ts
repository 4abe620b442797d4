import { limitFault } from './limit-fault';
import { commit, type Opened, rollBack, type Scope } from './scope';
import { supportFault } from './support-fault';

/**
 * Runs `work` in a scope that was opened, then ends it: COMMIT, or ROLLBACK if anything failed.
 *
 * @param work - must run inside the scope.
 * @returns what `work` returns, after COMMIT for a writing scope.
 */
export async function finishScope<T>(
  { scope, opened }: Opened,
  work: () => Promise<T>,
): Promise<T> {
  try {
    const result = await work();
    await opened;
    await finish(scope);
    return result;
  } catch (error) {
    await rollBack(scope);
    throw supportFault(limitFault(error), scope.support);
  }
}

async function finish(scope: Scope): Promise<void> {
  const { connection } = scope;
  if (connection.isLost() || scope.write) {
    await commit(scope);
    return connection.release();
  }
  // A reader need not wait for its COMMIT; the connection goes back when it has come.
  commit(scope).then(connection.release, connection.discard);
}
