import { tags } from '../../db/schema/tenant';
import { defineResource } from '../../resources/define-resource';
import { blogTags } from './posts';

/** Topics of the tenant's posts. */
export const tagsResource = defineResource({
  name: 'tags',
  singular: 'tag',
  table: tags,
  form: { name: { max: 80 }, slug: { help: 'Made from the name when left empty.' } },
  cacheTags: blogTags,
});
