import { TenantNotFound } from './_parts/tenant-not-found';

export const metadata = { title: 'Page not found' };

export default function NotFound() {
  return <TenantNotFound />;
}
