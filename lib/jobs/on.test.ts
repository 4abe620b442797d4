import { describe, expect, expectTypeOf, test } from 'vitest';
import { mockTenant } from '../testing/mock-tenant';
import type { Job, JobEvent } from './handler';
import { on } from './on';

const event = (type: string, payload: Record<string, unknown>): JobEvent => ({
  ...{ id: 7, type, subjectId: null, actorId: null, actorName: '', requestId: '' },
  ...{ payload, cacheTags: [], createdAt: '2026-01-01T00:00:00.000Z' },
});
const job = (of: JobEvent | null): Job => ({
  ...{ id: 1, kind: 'k', tenantId: 't-1', attempt: 1, payload: {}, event: of },
  ...{ signal: new AbortController().signal, progress: async () => {} },
});
const unused = undefined as never;
const ctx = { tenant: mockTenant(), db: unused, cache: unused, state: unused };

describe('a handler of a life-cycle event', () => {
  test('gets the event with what its type tells, for suspended tenants too', async () => {
    const seen: unknown[] = [];
    const { types, handler } = on('tenant_created', {
      kind: 'seed',
      run: async ({ tenant }, told) => {
        expectTypeOf(told.type).toEqualTypeOf<'tenant.created'>();
        expectTypeOf(told.payload.slug).toEqualTypeOf<string>();
        seen.push(tenant.slug, told.payload.slug);
      },
    });
    expect(types).toEqual(['tenant.created']);
    if (handler.scope !== 'tenant') throw new Error('It is for tenants.');
    await handler.run(ctx, job(event('tenant.created', { label: 'ACME', slug: 'acme' })));
    expect([seen, handler.whileSuspended]).toEqual([['acme', 'acme'], true]);
  });

  test('is told of one type by the other’s payload', () => {
    on(['tenant.activated', 'member.added'], {
      kind: 'both',
      run: async (_, told) => {
        if (told.type === 'member.added')
          expectTypeOf(told.payload.role).toEqualTypeOf<string | undefined>();
        else expectTypeOf(told.payload.changes.status).toEqualTypeOf<[string, string]>();
      },
    });
  });

  test('hears of people and of tenants that are gone as the platform', async () => {
    const seen: unknown[] = [];
    const { handler } = on(['tenant.deleted', 'user.deleted'], {
      kind: 'tidy',
      as: 'platform',
      run: async (told) => void seen.push(told.type, told.tenantId, told.payload.label),
    });
    if (handler.scope !== 'platform') throw new Error('It is the platform’s.');
    await handler.run(job(event('tenant.deleted', { label: 'ACME' })));
    expect(seen).toEqual(['tenant.deleted', 't-1', 'ACME']);
    // @ts-expect-error a deleted tenant has no context
    on('tenant.deleted', { kind: 'never', run: async (_, told, own: Job) => void [told, own] });
  });

  test('hears what was told under a former name as what it is called now', async () => {
    const seen: string[] = [];
    const { handler } = on('tenant.deactivated', {
      kind: 'pause',
      run: async (_, { type }) => void seen.push(type),
    });
    const payload = { label: 'ACME', changes: { status: ['active', 'suspended'] } };
    if (handler.scope === 'tenant') await handler.run(ctx, job(event('tenant.suspended', payload)));
    expect(seen).toEqual(['tenant.deactivated']);
  });

  test.each([
    [null, 'It comes from no event'],
    [event('post.created', {}), 'post.created is no life-cycle event'],
    [
      event('tenant.created', { label: 'ACME' }),
      'Its event 7 is a tenant.created, but its payload',
    ],
  ])('gets nothing else', async (of, message) => {
    const { handler } = on('tenant.created', { kind: 'seed', run: async () => {} });
    if (handler.scope !== 'tenant') throw new Error('It is for tenants.');
    expect(() => handler.run(ctx, job(of))).toThrow(message);
  });
});
