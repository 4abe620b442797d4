'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { withDone } from '@/app/_screens/done-flash';
import { screenInput, toFormData } from '@/app/_screens/form-data';
import { runListAct } from '@/app/_screens/run-list-act';
import { consoleAction, consoleReadAction } from '@/lib/api/console-action';
import { showAtOnce } from '@/lib/api/show-at-once';
import { addTenant } from '@/lib/console/add-tenant';
import { changeStatus } from '@/lib/console/change-status';
import { findTenants } from '@/lib/console/find-tenants';
import { tenantVerbs } from '@/lib/console/tenant-verbs';
import { verifyLog } from '@/lib/console/verify-log';
import { vouchForDomain as vouch } from '@/lib/domains/vouch-for-domain';
import { consoleResource } from './_parts/console-resource';

const typed = z.string().max(2000).default('');

/** A new tenant with its owner. Its answer holds the password that was made up, and nothing else does. */
export const createTenant = consoleAction(
  {
    permission: 'platform.tenants.write',
    input: z.object({
      slug: typed,
      name: typed,
      ownerEmail: typed,
      ownerName: typed,
      ownerPassword: typed,
      domain: typed,
    }),
  },
  (ctx, input) => addTenant(ctx, input),
);

/** Takes a tenant out of service, or puts it back. */
export const setStatus = consoleAction(
  {
    permission: 'platform.tenants.write',
    input: z.object({ id: z.string().max(36), status: z.enum(['active', 'suspended']) }),
  },
  async (ctx, { id, status }) => {
    showAtOnce(await changeStatus(ctx, id, status));
    redirect(withDone(`/admin/tenants/${id}`, status === 'active' ? 'activated' : 'suspended'));
  },
);

const id = z.string().max(36);

/** Closes a tenant for work on it. Its answer holds the link that opens it, and nothing else does. */
export const closeTenant = consoleAction(
  { permission: 'platform.tenants.write', input: z.object({ id, message: typed, until: typed }) },
  async (ctx, { id: tenant, message, until }) => {
    // The console's own time is UTC; the form posts what was seen, without a zone.
    const plan = { message, until: until && `${until}Z` };
    const { link, cacheTags } = await tenantVerbs(ctx).close(tenant, plan);
    showAtOnce(cacheTags);
    return { link };
  },
);

/** Gives a tenant another address. */
export const renameTenant = consoleAction(
  { permission: 'platform.tenants.write', input: z.object({ id, slug: typed }) },
  async (ctx, { id: tenant, slug }) => {
    showAtOnce((await tenantVerbs(ctx).rename(tenant, slug)).cacheTags);
    redirect(withDone(`/admin/tenants/${tenant}`, 'renamed'));
  },
);

/** Deletes a tenant; it can be restored. */
export const deleteTenant = consoleAction(
  {
    permission: 'platform.tenants.delete',
    input: z.object({ id, slug: typed, reason: typed }),
  },
  async (ctx, { id: tenant, slug, reason }) => {
    showAtOnce((await tenantVerbs(ctx).remove(tenant, { reason, typed: slug })).cacheTags);
    redirect(withDone(`/admin/tenants/${tenant}`, 'deleted'));
  },
);

/** Brings a deleted tenant back. */
export const restoreTenant = consoleAction(
  {
    permission: 'platform.tenants.write',
    input: z.object({ id, slug: typed, ownerEmail: typed }),
  },
  async (ctx, { id: tenant, slug, ownerEmail }) => {
    showAtOnce((await tenantVerbs(ctx).restore(tenant, { slug, ownerEmail })).cacheTags);
    redirect(withDone(`/admin/tenants/${tenant}`, 'restored'));
  },
);

/** Gives a tenant to another owner. */
export const transferTenant = consoleAction(
  {
    permission: 'platform.tenants.write',
    input: z.object({ id, slug: typed, toEmail: typed }),
  },
  async (ctx, { id: tenant, slug, toEmail }) => {
    showAtOnce((await tenantVerbs(ctx).transfer(tenant, { toEmail, typed: slug })).cacheTags);
    redirect(withDone(`/admin/tenants/${tenant}`, 'transferred'));
  },
);

/** An operator's word for a domain that waits for its record. */
export const vouchForDomain = consoleAction(
  {
    permission: 'platform.tenants.write',
    input: z.object({ id: z.uuid(), domain: z.uuid(), confirmed: z.literal('1') }),
  },
  async ({ db, actor, requestId }, { id, domain }) => {
    const { cacheTags } = await vouch(db, { tenantId: id, id: domain }, { actor, requestId });
    showAtOnce(cacheTags);
    redirect(withDone(`/admin/tenants/${id}`, 'vouched'));
  },
);

/** What the form of every list posts. */
export const actOnList = consoleAction(
  { permission: 'platform.tenants.read', input: screenInput },
  async (ctx, input) => {
    const resource = consoleResource(String(input._resource));
    return runListAct(ctx, resource, `/admin/${resource.name}`, toFormData(input));
  },
);

/** Computes the audit log of a tenant, or the platform's own, anew. */
export const verifyAuditLog = consoleAction(
  {
    permission: 'platform.audit.read',
    input: z.object({ tenant: z.union([z.literal(''), z.uuid()]) }),
  },
  async (ctx, { tenant }) => verifyLog(ctx, tenant || null),
);

/** Tenants for the command palette. */
export const searchConsole = consoleReadAction(
  { permission: 'platform.tenants.read', input: z.string().max(200) },
  async (ctx, text) => {
    const found = await findTenants(ctx, text);
    return found.map(({ id, name, slug }) => ({
      ...{ id, label: name, note: slug, href: `/admin/tenants/${id}` },
      group: 'Tenants',
      icon: 'tenants' as const,
    }));
  },
);
