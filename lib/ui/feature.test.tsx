import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { publicTenant } from '../tenancy/public-tenant';
import { mockTenant } from '../testing/mock-tenant';
import { Feature } from './feature';
import { TenantProvider } from './tenant-provider';

function shown(flag: string, features?: Record<string, boolean>): string {
  const tenant = features ? publicTenant(mockTenant({ settings: { features } })) : null;
  return renderToStaticMarkup(
    <TenantProvider value={{ tenant, platformOrigin: 'http://localhost:3000' }}>
      <Feature flag={flag} otherwise="off">
        on
      </Feature>
    </TenantProvider>,
  );
}

test('a flag shows its children where it is on, else what stands in for them', () => {
  expect(shown('beta', { beta: true })).toBe('on');
  expect(shown('beta', { beta: false })).toBe('off');
  expect(shown('beta', {})).toBe('off');
  expect(shown('constructor', {})).toBe('off');
  expect(shown('topics', {})).toBe('on');
});

test('where no site is, nothing has flags', () => {
  expect(shown('topics')).toBe('off');
  expect(renderToStaticMarkup(<Feature flag="topics">on</Feature>)).toBe('');
});
