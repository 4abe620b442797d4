import { AppError } from '../errors';

/** Said where the database finds no live session any more behind somebody who was let in. */
export function sessionEnded(): AppError {
  return new AppError('not_signed_in', 'You are signed out. Sign in again.');
}
