import { type AppClient, appClient } from '../../db/client';
import { ExistsError } from '../../errors';
import { isSlugFree } from '../../tenancy/provisioning/is-slug-free';
import { checkSite, type NewSite } from '../../tenancy/provisioning/new-site';

/**
 * Trims and checks what somebody says of their site.
 *
 * @throws InvalidInput by field; of that, ExistsError for an address that is taken.
 */
export async function checkNewSite(
  input: NewSite,
  client: AppClient = appClient(),
): Promise<NewSite> {
  const site = checkSite(input);
  if (await isSlugFree(site.slug, client)) return site;
  throw new ExistsError({ slug: ['Another site has this address. Choose another one.'] });
}
