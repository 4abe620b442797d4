/** The demo's tenants. Both have posts under the same slugs, so that a leak shows. */
export const demoTenants = [
  {
    slug: 'acme',
    name: 'ACME Corporation',
    owner: 'ada@example.com',
    groups: [{ name: 'editors', members: ['ada@example.com', 'bob@example.com'] }],
    domains: ['blog.acme.test', 'blog.acme.localhost'],
    settings: {
      brandColor: '#0B7A6B',
      description: 'Anvils, magnets and portable holes, made with care and tested at the bottom.',
      timeZone: 'Europe/Stockholm',
      locale: 'en-GB',
      comments: 'first',
    },
  },
  {
    slug: 'globex',
    name: 'Globex',
    owner: 'gus@example.com',
    groups: [{ name: 'editors', members: ['gus@example.com'] }],
    domains: [],
    settings: {
      brandColor: '#8A3FA0',
      description:
        'Energy and logistics across four continents, told by the people who keep it running.',
      timeZone: 'America/New_York',
      locale: 'en-US',
      comments: 'held',
      allowedOrigins: ['https://images.globex.example'],
    },
  },
];
