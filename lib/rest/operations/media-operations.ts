import { mediaResource } from '../../admin/resources/media';
import { storePicture } from '../../media/store-picture';
import { getRecord } from '../../resources/find-record';
import { tellsLocation, withLocation } from '../answer/with-location';
import { type Operation, operation } from '../operation';
import { recordAnswer, recordGiven } from '../resources/record-operations';
import { recordSchema } from '../resources/record-shape';
import { type RestOptions, resourceOperations } from '../resources/resource-operations';
import type { TenantRestContext } from '../rest-context';

const path = '/media';
const more = ['contentType'];

/** The library of pictures: what any resource has, and the upload that new ones come by. */
export function mediaOperations(options: RestOptions = {}): Operation<TenantRestContext>[] {
  const others = resourceOperations(mediaResource, { ...options, more });
  return [...others, uploadOperation] as Operation<TenantRestContext>[];
}

const schema = recordSchema(mediaResource, more);

const uploadOperation = operation<TenantRestContext>({
  id: 'uploadPicture',
  method: 'post',
  path,
  tag: mediaResource.label,
  summary: 'Upload a picture',
  description:
    'One JPEG, PNG, WebP, AVIF, GIF or SVG file of up to 20 MB and 50 million pixels, told by its bytes. It is drawn anew: a drawing becomes a PNG, and what a photo says of its place is lost. Its address is /media/{id}/{fileName}, and /media/{id}/{width}/{fileName} for the widths 480, 960 and 1600.',
  permission: mediaResource.permissions.write,
  isUpload: true,
  answers: {
    200: recordAnswer(schema, 'The site has the very same file already: this is it.'),
    201: tellsLocation(recordAnswer(schema, 'The picture.')),
  },
  run: async ({ ctx, call }) => {
    const { picture, isNew } = await storePicture(ctx, call.get('upload'));
    const record = await getRecord(ctx, mediaResource, picture.id);
    if (!isNew) return recordGiven(mediaResource, record, { more });
    const given = recordGiven(mediaResource, record, { status: 201, more });
    return withLocation(ctx, `${path}/${picture.id}`, given);
  },
});
