import type { PostView } from '@/lib/blog/post-summary';
import { mediaAddress } from '@/lib/media/media-address';
import type { TenantInfo } from '@/lib/tenancy/tenant';
import { authorAddress, postAddress } from './addresses';

interface StructuredDataProps {
  tenant: Pick<TenantInfo, 'name' | 'homeUrl'>;
  post: PostView;
}

/** What an article is, for search engines (schema.org BlogPosting). Data, which no browser runs. */
export function StructuredData(props: StructuredDataProps) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without a single "<"
      dangerouslySetInnerHTML={{ __html: structuredData(props) }}
    />
  );
}

/** The data as JSON that cannot end the element it stands in. */
export function structuredData({ tenant, post }: StructuredDataProps): string {
  const { name, homeUrl } = tenant;
  const { author, seo } = post;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: seo.title || post.title,
    description: seo.description || post.description || undefined,
    datePublished: post.publishedAt,
    dateModified: post.updatedAt,
    image: homeUrl + pictureOf(post),
    mainEntityOfPage: seo.canonicalUrl || homeUrl + postAddress(post.slug),
    author: {
      '@type': 'Person',
      name: author.name,
      url: author.slug === null ? undefined : homeUrl + authorAddress(author.slug),
    },
    publisher: { '@type': 'Organization', name, url: homeUrl },
    keywords: post.tags.map((tag) => tag.name).join(', ') || undefined,
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function pictureOf({ slug, cover }: PostView): string {
  return cover ? mediaAddress(cover) : `/og/${encodeURIComponent(slug)}`;
}
