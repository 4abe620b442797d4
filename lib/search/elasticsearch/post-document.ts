/** A post as the index holds it. */
export interface PostDocument {
  tenant_id: string;
  post_id: string;
  slug: string;
  status: 'draft' | 'scheduled' | 'published';
  published_at: string | null;
  version: number;
  title: string;
  description: string;
  /** Without what only shapes it, as PostgreSQL reads it. */
  body: string;
}
