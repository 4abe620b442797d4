import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import { SiteMain } from '@/app/[tenant]/(site)/_parts/site-main';

/** What stands where a preview was. */
export function PreviewOver() {
  return (
    <SiteMain>
      <h1 className="headline mb-3 text-3xl">This preview is over</h1>
      <p className="mb-6 max-w-[40rem] text-ink-2">
        Addresses of previews end after seven days. Ask whoever sent it for a new one.
      </p>
      <SiteLink className="button" href="/blog">
        All articles
      </SiteLink>
    </SiteMain>
  );
}
