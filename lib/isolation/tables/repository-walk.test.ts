import { expect, test } from 'vitest';
import type { TenantRepository } from '../../db/repository/tenant-repository';
import { tags } from '../../db/schema/tenant';
import { type AnyRepository, repositoryAttacks } from './repository-attacks';
import { attackRepository } from './repository-walk';

const target = {
  ...{ name: 'pool.tags', table: tags, columns: {}, tenantKey: 'tenantId' },
  own: { id: '1', tenantId: 'a', slug: 'acme-1' },
  foreign: { id: '2', tenantId: 'g', slug: 'globex-1' },
};

test('every method of a repository has an attack', () => {
  type Method = keyof TenantRepository<typeof tags>;
  const methods: Record<Method, true> = {
    ...{ list: true, get: true, find: true, create: true, update: true, remove: true },
    ...{ createMany: true, updateMany: true, removeMany: true, isUnique: true },
  };
  expect(Object.keys(repositoryAttacks).sort()).toEqual(Object.keys(methods).sort());
});

test('a method that nobody attacks is told, and so is one that gives what is not the tenant’s', async () => {
  const repository = {
    list: async () => ({ rows: [target.own], next: null }),
    peek: async () => null,
    find: async () => target.foreign,
  } as unknown as AnyRepository;
  const faults = await attackRepository(repository, target as never, 'a');
  expect(faults.filter((fault) => fault !== null)).toEqual([
    'is not covered: the method peek of the repository',
    'find, their row: 1 of another tenant came through',
  ]);
});
