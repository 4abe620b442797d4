import { describe, expect, it } from 'vitest';
import type { TenantInfo } from '@/lib/tenancy/tenant';
import { siteMetadata } from './site-metadata';
import { tileIcon } from './tile-icon';

const tenant = {
  name: 'ACME <Corporation>',
  homeUrl: 'https://blog.acme.test',
  settings: {
    description: 'Heavy things',
    brandColor: '#0B7A6B',
    features: { feed: true, topics: true },
  },
} as TenantInfo;

describe('metadata of a public page', () => {
  it('addresses everything on the primary host', () => {
    const article = {
      slug: 'ünï code',
      cover: null,
      publishedAt: '2026-11-18T08:00:00.000Z',
      updatedAt: '2026-11-19T08:00:00.000Z',
      author: { name: 'Bob' },
      tags: [{ name: 'Engineering' }],
    };
    const found = siteMetadata(tenant, { path: '/blog/x', title: 'X', description: 'D', article });
    expect(found.alternates?.canonical).toBe('https://blog.acme.test/blog/x');
    expect(found.openGraph).toMatchObject({
      url: 'https://blog.acme.test/blog/x',
      images: [{ url: 'https://blog.acme.test/og/%C3%BCn%C3%AF%20code', width: 1200, height: 630 }],
      publishedTime: article.publishedAt,
    });
  });

  it('leaves the title to the frame on the home page and falls back to the tenant’s words', () => {
    const found = siteMetadata(tenant, { path: '/' });
    expect(found.title).toBeUndefined();
    expect(found.description).toBe('Heavy things');
    expect(found.alternates?.canonical).toBe('https://blog.acme.test');
  });

  it('draws the tile as an icon without markup from the name', () => {
    const icon = decodeURIComponent(tileIcon({ ...tenant, name: '<script>' }));
    expect(icon).toContain('>S</text>');
    expect(icon).not.toContain('<script>');
  });
});
