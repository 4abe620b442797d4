import { expect } from 'vitest';
import { on } from '../../jobs/on';
import { drain, notificationTest, onlyOne, receiptsOf } from '../../testing/notification-test';
import { tellOfComment } from './tell-of-comment';

const test = notificationTest();
const own = [on('comment.created', tellOfComment)];

test('a comment that waits is told to who may moderate, and one that does not to nobody', async ({
  world,
  tenant,
}) => {
  const { owner, editor, member } = tenant.people;
  const [post] = await world.owner`
    with author as (
      insert into authors (tenant_id, slug, name) values (${tenant.id}, 'ann', 'Ann') returning id)
    insert into posts (tenant_id, slug, title, status, published_at, author_id)
    select ${tenant.id}, 'hello', 'Hello', 'published', now(), id from author returning id`;
  const write = async (status: string) => {
    const [row] = await world.owner`
      insert into comments (tenant_id, post_id, user_id, author_name, body, status)
      values (${tenant.id}, ${post?.id}, ${member.id}, 'Mo', 'Secret words', ${status})
      returning id`;
    await world.owner`
      insert into platform.events (tenant_id, type, subject_id, actor_id, actor_name)
      values (${tenant.id}, 'comment.created', ${row?.id}, ${member.id}, 'Mo')`;
    await drain(world, own);
  };
  await write('approved');
  await expect(onlyOne(world, tenant, 'comments')).rejects.toThrow('There are 0');
  await write('held');
  const told = await onlyOne(world, tenant, 'comments');
  expect(told).toMatchObject({ title: 'A comment waits: Hello', body: 'Mo has written it.' });
  const people = (await receiptsOf(world, told.id)).map((row) => row.user_id);
  expect(people.sort()).toEqual([owner.id, editor.id].sort());
});
