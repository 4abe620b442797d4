import { authors } from '../../db/schema/tenant';
import { defineResource } from '../../resources/define-resource';
import { blogTags } from './posts';

/** Who the tenant's posts are by. */
export const authorsResource = defineResource({
  name: 'authors',
  singular: 'author',
  table: authors,
  columns: ['name', 'slug', 'updatedAt'],
  form: { name: { max: 120 }, slug: { help: 'Made from the name when left empty.' } },
  cacheTags: blogTags,
});
