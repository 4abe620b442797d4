import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorsResource } from '../admin/resources/authors';
import { postsResource } from '../admin/resources/posts';
import { tagsResource } from '../admin/resources/tags';
import { projectRoot } from '../testing/project-root';
import { openTwoTenants, type TwoTenants } from '../testing/two-tenants';
import { coursesResource } from './testing/courses';
import { createCoursesTable } from './testing/create-courses-table';
import { testResource } from './testing/resource-suite';

let tenants: TwoTenants;
beforeAll(async () => {
  tenants = await openTwoTenants();
  await createCoursesTable(tenants.owner);
});
afterAll(() => tenants.close());

test('a table of six columns and its declaration take at most 30 lines', () => {
  const source = readFileSync(`${projectRoot}/lib/resources/testing/courses.ts`, 'utf8');
  expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
});

testResource(
  {
    resource: coursesResource,
    table: 'courses',
    input: (n, { authorId }) => ({
      code: `C-${n}`,
      title: `Course ${n}`,
      seats: n * 10,
      price: `${n}.50`,
      startsOn: n % 3 === 0 ? null : `2026-0${(n % 8) + 1}-01T09:00:00.000Z`,
      isOpen: n % 2 === 0,
      authorId: n % 2 === 0 ? null : authorId,
    }),
    text: 'title',
    unique: 'code',
  },
  () => tenants,
);

testResource(
  {
    resource: postsResource,
    table: 'posts',
    input: (n, { authorId }) => ({ title: `Post ${n}`, body: `Text ${n}`, authorId }),
    text: 'title',
    unique: 'slug',
  },
  () => tenants,
);

testResource(
  {
    resource: tagsResource,
    table: 'tags',
    input: (n) => ({ name: `Tag ${n}` }),
    text: 'name',
    unique: 'slug',
  },
  () => tenants,
);

testResource(
  {
    resource: authorsResource,
    table: 'authors',
    input: (n) => ({ name: `Author ${n}` }),
    text: 'name',
    unique: 'slug',
  },
  () => tenants,
);
