import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeletePanel } from '@/app/_screens/delete-panel';
import { readMember } from '@/lib/admin/members/read-member';
import { adminPage } from '@/lib/api/admin-page';
import { actOnList } from '../../../actions';
import { verbWords } from '../../_parts/verb-words';

type Props = { params: Promise<{ tenant: string; id: string; verb: string }> };

export const metadata: Metadata = { title: 'Member' };

/** The question before a member is mailed a reset, deactivated, reactivated or removed. */
export default async function MemberVerbPage({ params }: Props) {
  const { id, verb: named } = await params;
  const path = `/admin/members/${id}`;
  const here = `${path}/${named}`;
  const ctx = await adminPage(params, { permission: 'members.write', path: here });
  const member = await readMember(ctx, id);
  const verb = member?.verbs.find((one) => one === named);
  if (!member || !verb) notFound();
  const { title, body, button, keep } = verbWords(verb, member);
  return (
    <DeletePanel
      action={actOnList}
      title={title}
      lines={[]}
      undo=""
      words={body}
      button={button}
      keep={{ label: keep, href: path }}
      hidden={{ _resource: 'members', _then: 'list', rowAct: `${verb}:${id}` }}
    />
  );
}
