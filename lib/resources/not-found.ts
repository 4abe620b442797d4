import { AppError } from '../errors';
import type { Resource } from './resource';

/** One answer for ids that are unknown, malformed, another tenant's or in the trash. */
export function notFound({ singular }: Pick<Resource, 'singular'>): AppError {
  return new AppError('not_found', notFoundWords({ singular }));
}

export function notFoundWords({ singular }: Pick<Resource, 'singular'>): string {
  return `There is no such ${singular}.`;
}
