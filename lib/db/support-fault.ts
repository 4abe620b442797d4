import { AppError } from '../errors';

const readOnlyTransaction = '25006';
const insufficientPrivilege = '42501';

/** Said where a change was asked for that the tenant has not granted. */
export const supportLooks = 'You are looking on somebody’s behalf, and may change nothing here.';

/**
 * Says in plain words what the database refused to somebody of support; gives back any other error,
 * and every one of a scope in which nobody of support acts.
 */
export function supportFault(error: unknown, support: string | undefined): unknown {
  if (support === undefined) return error;
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as { code?: unknown };
    if (code === readOnlyTransaction) {
      return new AppError('forbidden', supportLooks, { cause: error });
    }
    if (code === insufficientPrivilege && /support/i.test(current.message)) {
      return new AppError('forbidden', current.message, { cause: error });
    }
  }
  return error;
}
