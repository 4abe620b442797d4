import { media } from '../../db/schema/tenant';
import { longestAlt } from '../../media/media-rules';
import { defineResource } from '../../resources/define-resource';
import { blogTags } from './posts';

/** Pictures of the tenant. New ones come by uploads, which is another way than a form. */
export const mediaResource = defineResource({
  name: 'media',
  singular: 'picture',
  label: 'Media library',
  table: media,
  title: 'fileName',
  columns: ['fileName', 'alt', 'width', 'height', 'bytes', 'createdAt'],
  filters: ['createdAt'],
  search: ['fileName', 'alt'],
  sort: '-createdAt',
  form: {
    alt: {
      kind: 'longtext',
      label: 'Alternative text',
      max: longestAlt,
      help: 'What is to be seen, for people who do not see it. Empty for mere decoration.',
    },
    focalX: {
      label: 'Focus, from the left',
      min: 0,
      max: 1,
      help: 'What stays in sight where the picture is cropped: 0 is the left edge, 1 the right.',
    },
    focalY: {
      label: 'Focus, from the top',
      min: 0,
      max: 1,
      help: '0 is the upper edge, 1 the lower.',
    },
  },
  fields: {
    fileName: { label: 'File' },
    contentType: { label: 'Type' },
    createdAt: { label: 'Uploaded' },
    bytes: { label: 'Size', unit: 'bytes' },
    width: { label: 'Width' },
    height: { label: 'Height' },
  },
  isUploaded: true,
  loss: 'Posts whose cover is deleted get a drawing instead, and texts keep an empty place.',
  cacheTags: blogTags,
});
