import { listPictures } from '@/lib/admin/media/list-pictures';
import { tenantRoute } from '@/lib/api/tenant-route';
import { AppError } from '@/lib/errors';
import { toMediaJson } from '@/lib/media/media-json';
import { readUpload } from '@/lib/media/read-upload';
import { storePicture } from '@/lib/media/store-picture';

const headers = { 'cache-control': 'private, no-store' };

/** The library for the dialog that a picture is chosen in: `q`, and `after` for more. */
export const GET = tenantRoute(
  async (ctx, { request }) => {
    const query = request.nextUrl.searchParams;
    const { pictures, next } = await listPictures(ctx, {
      q: query.get('q') ?? '',
      after: query.get('after'),
    });
    return Response.json({ pictures: pictures.map(toMediaJson), next }, { headers });
  },
  { permission: 'media.read' },
);

/** Takes one file into the library. Whoever may enter is told why they may not; others find nothing. */
export const POST = tenantRoute(
  async (ctx, { request }) => {
    // Before the file is read: it may be large.
    if (!ctx.can('media.write')) throw new AppError('forbidden', 'You may not add pictures here.');
    const { picture, isNew } = await storePicture(ctx, await readUpload(request));
    return Response.json(toMediaJson(picture), { status: isNew ? 201 : 200, headers });
  },
  { permission: 'admin.enter' },
);
