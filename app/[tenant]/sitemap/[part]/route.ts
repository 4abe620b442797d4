import { tenantRoute } from '@/lib/api/tenant-route';
import { textResponse } from '@/lib/api/text-response';
import { AppError } from '@/lib/errors';
import { readSitemapPart } from '@/lib/site/read-sitemap';

type Params = { tenant: string; part: string };

const PART = /^([1-9][0-9]{0,4})\.xml$/;

export const GET = tenantRoute<Params>(
  async (ctx, { request, params }) => {
    const number = PART.exec(params.part)?.[1];
    const part = number ? await readSitemapPart(ctx, Number(number)) : null;
    if (part === null) throw new AppError('not_found', 'The sitemap has no such part.');
    return textResponse(request, part, 'application/xml; charset=utf-8');
  },
  { permission: 'public' },
);
