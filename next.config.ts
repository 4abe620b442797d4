import type { NextConfig } from 'next';
import { parseEnv } from './lib/env';

// A malformed variable stops the build and the start here; secrets are asked for at start only.
parseEnv(process.env);

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  // Browsers ignore it on http, so it is safe to send always.
  { key: 'Strict-Transport-Security', value: 'max-age=31536000' },
];

const swaggerFiles = [
  './node_modules/swagger-ui-dist/swagger-ui.css',
  './node_modules/swagger-ui-dist/swagger-ui-bundle.js',
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  allowedDevOrigins: ['*.localhost', '*.test', '*.acme.localhost', '*.acme.test'],
  serverExternalPackages: [
    ...['@aws-sdk/client-s3', '@elastic/elasticsearch', 'ioredis', 'pino', 'postgres', 'pusher'],
    ...['sharp', 'ws'],
  ],
  // Tests are checked by `npm test`; a build needs only what it ships.
  typescript: { tsconfigPath: 'tsconfig.build.json' },
  // The optimizer fetches without a host and caches without one: it would mix tenants.
  images: { unoptimized: true },
  // Read at run time by the page that shows the API, where no import tells of them.
  outputFileTracingIncludes: {
    '/api/docs/[file]': swaggerFiles,
    '/[tenant]/api/docs/[file]': swaggerFiles,
  },
  experimental: {
    // Pages live in bounded memory, not on disk: invented hosts cannot fill it.
    isrFlushToDisk: false,
    // Bodies pass the middleware, which would cut them off at 10 MB: pictures may have 20.
    proxyClientMaxBodySize: '21mb',
  },
  async headers() {
    return [{ source: '/:path*', headers: securityHeaders }];
  },
};

export default config;
