import type { Metadata } from 'next';
import { LimitNotices } from '@/app/_screens/limit-notices';
import type { Query } from '@/app/_screens/screen-types';
import { findLimitNotices } from '@/lib/admin/limits/find-limit-notices';
import { adminPage } from '@/lib/api/admin-page';
import { EditorScreen } from '../_parts/editor-screen';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: 'New post' };

/** The editor without a post: the first words make one. */
export default async function NewPostPage({ params, searchParams }: Props) {
  const ctx = await adminPage(params, { permission: 'posts.write', path: '/admin/posts/new' });
  const limits = await findLimitNotices(ctx, 'posts');
  return (
    <>
      <LimitNotices limits={limits} />
      <EditorScreen ctx={ctx} query={await searchParams} />
    </>
  );
}
