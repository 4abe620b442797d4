import type { Metadata } from 'next';
import { FormScreen } from '@/app/_screens/form-screen';
import { getRecordOnce } from '@/app/_screens/get-record-once';
import type { Query } from '@/app/_screens/screen-types';
import { findResource } from '@/lib/admin/registry';
import { adminPage } from '@/lib/api/admin-page';
import type { Resource } from '@/lib/resources/resource';
import { adminPlace, lookOf } from '../../_parts/admin-place';
import { screenActions } from '../../_parts/screen-actions';
import { EditorScreen } from '../_parts/editor-screen';

type Props = {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const ctx = await adminPage(params, { permission: 'posts.read', path: `/admin/posts/${id}` });
  const record = await getRecordOnce(ctx, findResource('posts') as Resource, id);
  return { title: record?.label || 'Page not found' };
}

/** A post: the editor, or its facts for who may only read it. */
export default async function PostPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const ctx = await adminPage(params, { permission: 'posts.read', path: `/admin/posts/${id}` });
  if (ctx.can('posts.write')) return <EditorScreen {...{ ctx, query, id }} />;
  const resource = findResource('posts') as Resource;
  const place = adminPlace(ctx.tenant, 'posts');
  return (
    <FormScreen
      {...{ ctx, resource, place, query, id }}
      look={lookOf('posts')}
      actions={screenActions}
    />
  );
}
