import type { Resource } from '../../resources/resource';
import type { Operation } from '../operation';
import type { RestContext } from '../rest-context';
import { historyOperation } from './history-operation';
import { listOperation } from './list-operation';
import type { PublicRead } from './public-read';
import { type ResourceExamples, recordOperations } from './record-operations';
import { runningOperation } from './running-operation';
import { verbOperations } from './verb-operations';

/** What the API says of a resource besides its declaration. */
export interface RestOptions {
  publicRead?: PublicRead;
  /** Fields of one record that are in neither list nor form. */
  more?: string[];
  examples?: ResourceExamples;
  /** Verbs that write by themselves, and are asked for here; others are written beside this. */
  verbs?: string[];
  /** What stands before its name in addresses, as `/platform`. */
  under?: string;
}

/** Everything that can be asked of a declared resource (S1.9). A resource more costs no line here. */
export function resourceOperations(
  resource: Resource,
  { publicRead, more = [], examples = {}, verbs = [], under = '' }: RestOptions = {},
): Operation<RestContext>[] {
  const path = `${under}/${resource.name}`;
  return [
    listOperation(resource, path, publicRead),
    ...recordOperations(resource, { path, publicRead, more, examples }),
    ...verbOperations(resource, path, examples),
    ...verbs.map((name) => runningOperation(resource, path, name)),
    ...(resource.has.version ? [historyOperation(resource, path, examples)] : []),
  ];
}
