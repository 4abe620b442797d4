import { tenantTest as test } from './support/tenant-test';
import { expect } from './support/test';

test('an owner sees their drafts, and nobody else’s', async ({ asOwner, tenant, other }) => {
  await asOwner.goto('/admin/posts');
  await expect(asOwner.getByText(`Draft of ${tenant.name}`)).toBeVisible();
  await expect(asOwner.getByText(other.name)).toHaveCount(0);
});

test('for a member and a stranger there is no admin', async ({
  asMember,
  asStranger,
  other,
  server,
}) => {
  for (const page of [asMember, asStranger]) {
    expect((await page.goto('/account'))?.status()).toBe(200);
    expect((await page.goto('/admin/posts'))?.status()).toBe(404);
  }
  await asStranger.goto(server.url(other.host, '/admin/posts'));
  await expect(asStranger.getByText(`Draft of ${other.name}`)).toBeVisible();
});
