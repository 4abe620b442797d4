import { type Examination, fault, warning } from './diagnosis';

/** Every tenant that lives has an owner who can sign in; what was to be destroyed is. */
export const examineTenants: Examination = {
  name: 'tenants',
  run: async ({ owner }) => {
    const ownerless = await owner`
      select t.slug, u.is_active, m.user_id is not null as belongs
      from platform.tenants t join platform.users u on u.id = t.owner_id
      left join platform.memberships m
        on m.tenant_id = t.id and m.user_id = t.owner_id and m.role = 'owner'
      where t.status <> 'deleted' and (m.user_id is null or not u.is_active)
      order by t.slug limit 20`;
    const overdue = await owner`
      select coalesce(before_deletion ->> 'slug', slug) as slug, purge_at from platform.tenants
      where status = 'deleted' and purge_at < now() - interval '1 day' order by purge_at limit 20`;
    return [
      ...ownerless.map(({ slug, is_active: isActive }) =>
        fault(
          `${slug} has an owner ${isActive ? 'who does not belong to it' : 'whose account is deactivated'}.`,
          `Give it another one: \`npm run tenant -- transfer --tenant ${slug} --to-email …\`.`,
        ),
      ),
      ...overdue.map(({ slug, purge_at: at }) =>
        warning(
          `${slug} was to be destroyed on ${at.toISOString().slice(0, 10)} and is still there.`,
          'See `npm run tenant -- jobs list --dead`, and send its job back.',
        ),
      ),
    ];
  },
};
