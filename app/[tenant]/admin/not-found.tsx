import { AdminNotFound } from './_parts/admin-not-found';

export const metadata = { title: 'Page not found' };

export default function NotFound() {
  return <AdminNotFound />;
}
