import { decodeParam } from '@/lib/api/decode-param';
import { namesEtag } from '@/lib/api/names-etag';
import { tenantRoute } from '@/lib/api/tenant-route';
import { AppError } from '@/lib/errors';
import { type FormAddress, findForm } from '@/lib/media/find-form';

// The bytes under an address never change; what is deleted is gone from here, not from who has it.
const CACHING = 'public, max-age=31536000, immutable';

type Params = { tenant: string; id: string; form: string[] };

/** A picture of the tenant, whole or in one of its widths: /media/<id>/[<width>/]<file name>. */
export const GET = tenantRoute<Params>(
  async (ctx, { request, params }) => {
    const address = addressOf(params);
    const found = address && (await findForm(ctx, address));
    if (!found) throw new AppError('not_found', 'There is no such file.');
    const { etag, contentType } = found;
    const headers = { etag, 'cache-control': CACHING, 'x-content-type-options': 'nosniff' };
    if (namesEtag(request.headers.get('if-none-match'), etag)) {
      return new Response(null, { status: 304, headers });
    }
    // As it is: a copy of each picture for each reader would be memory for nothing.
    return new Response((await found.read()) as BodyInit, {
      headers: { ...headers, 'content-type': contentType },
    });
  },
  { permission: 'public' },
);

function addressOf({ id, form }: Params): FormAddress | null {
  const [name = '', ...before] = [...form].reverse();
  const [width, ...more] = before;
  const fileName = decodeParam(name);
  if (fileName === null || more.length > 0) return null;
  if (width === undefined) return { id, width: null, fileName };
  return /^[1-9]\d{0,4}$/.test(width) ? { id, width: Number(width), fileName } : null;
}
