import { beforeEach, describe } from 'vitest';
import type { Resource, Values } from '../resource';
import { testAttacks } from './attack-tests';
import { testBulk } from './bulk-tests';
import { testForms } from './form-tests';
import { testHistory } from './history-tests';
import { testLists } from './list-tests';
import type { SuiteTenant, SuiteWorld } from './suite-world';

/** What the suite must know about a resource to try it. */
export interface SuiteCase {
  resource: Resource;
  /** The table's name in the database. */
  table: string;
  /** A good input, different for each number. */
  input(n: number, tenant: SuiteTenant): Values;
  /** A text field to change, as the label in lists. */
  text: string;
  /** A field whose value is unique in the tenant. */
  unique: string;
}

/** What each part of the suite gets. */
export interface Suite extends SuiteCase {
  world(): SuiteWorld;
}

/** Runs everything the engine promises on one resource with a table of its own (D39). */
export function testResource(given: SuiteCase, world: () => SuiteWorld): void {
  const suite: Suite = { ...given, world };
  describe(`the resource ${given.resource.name}`, () => {
    beforeEach(async () => {
      const { owner } = world();
      await owner`delete from ${owner(given.table)} where created_at > '2000-01-01'
        and id not in (select id from authors where slug = 'writer')`;
      await owner`delete from revisions`;
      await owner`delete from platform.events`;
    });
    testForms(suite);
    testLists(suite);
    testBulk(suite);
    testHistory(suite);
    testAttacks(suite);
  });
}
