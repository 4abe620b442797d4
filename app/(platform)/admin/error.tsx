'use client';

import { AdminFailed } from '@/app/[tenant]/admin/_parts/admin-failed';

/** A page of the console failed; the frame around it and its other pages still work. */
export default function ConsoleError({ error }: { error: Error & { digest?: string } }) {
  return <AdminFailed digest={error.digest} />;
}
