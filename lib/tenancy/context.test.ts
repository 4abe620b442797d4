import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { MixedScopes } from '../db/mixed-scopes';
import type { PlatformDb } from '../db/platform-tx';
import { NoTenantBound, WrongTenant } from '../errors';
import { bindPlatform, bindTenant, current, findCurrent, runDetached } from './context';
import type { TenantContext } from './tenant';

const acme = { tenant: { id: 'a', slug: 'acme' } } as TenantContext;
const globex = { tenant: { id: 'g', slug: 'globex' } } as TenantContext;
const run = { db: {} as PlatformDb, reason: 'a test' };

describe('without a context', () => {
  test('current() throws, findCurrent() is null', () => {
    expect(() => current()).toThrow(NoTenantBound);
    expect(findCurrent()).toBeNull();
  });
  test('and again once one has ended', async () => {
    await bindTenant(acme, () => expect(current()).toBe(acme));
    expect(() => current()).toThrow(NoTenantBound);
  });
});

describe('a context', () => {
  test('is there after awaits, timers, retries and callbacks', async () => {
    const seen: string[] = [];
    const note = () => seen.push(current().tenant.slug);
    await bindTenant(acme, async () => {
      note();
      await pause(1);
      note();
      for (let attempt = 0; attempt < 2; attempt += 1) {
        await Promise.reject(new Error('again')).catch(note);
      }
      await new Promise<void>((resolve) => setImmediate(() => resolve(void note())));
      await Promise.all([pause(2).then(note), Promise.resolve().then(note)]);
      queueMicrotask(note);
      await pause(0);
    });
    expect(seen).toEqual(Array(8).fill('acme'));
  });
  test('goes on in work that outlives it', async () => {
    let late: Promise<string> | undefined;
    await bindTenant(acme, () => {
      late = pause(5).then(() => current().tenant.slug);
    });
    expect(findCurrent()).toBeNull();
    expect(await late).toBe('acme');
  });
  test('of the same tenant may be nested, and the outer one is back afterwards', async () => {
    const inner = { ...acme, actor: { id: 'p', name: 'Ada' } };
    await bindTenant(acme, async () => {
      await bindTenant(inner, async () => {
        await pause(1);
        expect(current().actor?.name).toBe('Ada');
      });
      expect(current()).toBe(acme);
    });
  });
  test('of another tenant may not, nor may work across tenants', async () => {
    await bindTenant(acme, async () => {
      await expect(bindTenant(globex, () => 1)).rejects.toThrow(WrongTenant);
      await expect(bindPlatform(run, async () => 1)).rejects.toThrow(MixedScopes);
      expect(current()).toBe(acme);
    });
  });
  test('is none in work across tenants, which may enter one tenant after the other', async () => {
    await bindPlatform(run, async () => {
      expect(() => current()).toThrow(NoTenantBound);
      for (const ctx of [acme, globex]) {
        await bindTenant(ctx, () => expect(current()).toBe(ctx));
      }
    });
  });
  test('is left behind by what is detached from it', async () => {
    await bindTenant(acme, async () => {
      await runDetached(async () => {
        await pause(1);
        expect(findCurrent()).toBeNull();
        await bindTenant(globex, () => expect(current()).toBe(globex));
      });
      expect(current()).toBe(acme);
    });
  });
  test('ends with what it ran throwing', async () => {
    const failing = bindTenant(acme, async () => {
      await pause(1);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(findCurrent()).toBeNull();
  });
});
