import { AppError } from '../errors';
import { unverifiedWords } from './unverified-words';

/** The right email and password of an account whose link has not been used. */
export class Unverified extends AppError {
  constructor() {
    super('not_signed_in', unverifiedWords);
    this.name = 'Unverified';
  }
}
