import { readId } from '@/lib/resources/cursor';
import type { Resource } from '@/lib/resources/resource';

/** Records an address may name; more come with the answer of an action. */
const mostInAddress = 10;

/** Records one press of Undo takes back: they all travel to the browser and back again. */
const mostUndone = 1000;

/**
 * What can be taken back of an act, and what to say where it is too much for that.
 *
 * @param done - records the act was done to.
 */
export function undoOf(act: string, done: { id: string }[]): { ids?: string[]; words: string } {
  if (act !== 'trash' || done.length === 0) return { words: '' };
  if (done.length > mostUndone) return { ids: [], words: ' They are too many to undo at once.' };
  return { ids: done.map(({ id }) => id), words: '' };
}

/**
 * Reads from an address what may be taken out of the trash. Whoever made the address, nothing
 * happens by opening it: the ids go through the list's action, and only once Undo is pressed.
 *
 * @returns the ids; none unless all of them can be ids of the resource.
 */
export function readUndo(resource: Pick<Resource, 'table'>, given: unknown): string[] {
  if (typeof given !== 'string' || given.length > mostInAddress * 40) return [];
  const ids = given.split(',');
  const areIds = ids.length <= mostInAddress && ids.every((id) => readId(resource, id) !== null);
  return areIds ? ids : [];
}
