import { redirect } from 'next/navigation';
import { showAtOnce } from '@/lib/api/show-at-once';
import { AppError } from '@/lib/errors';
import type { BulkResult, Selection } from '@/lib/resources/change-many';
import { deleteForever } from '@/lib/resources/delete-forever';
import { readListQuery } from '@/lib/resources/list-query';
import type { Resource } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';
import { restoreRecords } from '@/lib/resources/restore-records';
import { runAction } from '@/lib/resources/run-action';
import { trashRecords } from '@/lib/resources/trash-records';
import { formatCount } from '@/lib/ui/format-count';
import { fillWords } from '@/lib/ui/list/fill-words';
import type { ConfirmText } from '@/lib/ui/list/table-types';
import { withDone } from './done-flash';
import { forGoodWords, trashWords } from './list-acts';
import { nounOf } from './nouns';
import type { ListOutcome, ListState } from './screen-types';
import { undoOf } from './undo-ids';

/**
 * Does what a list's form asks for: `rowAct=publish:<id>`, or `act=publish` on the selected `id`s,
 * or on every match of `_query` with `all=1`. What takes records away is asked back unless a dialog
 * or a page has asked (`confirmed=1`).
 *
 * @param base - address of the list; a confirm page (`_then=list`) leads back there.
 */
export async function runListAct(
  ctx: ResourceContext,
  resource: Resource,
  base: string,
  data: FormData,
): Promise<ListState> {
  const { act, selection, count } = readAct(resource, data);
  if (count === 0) return outcome(`No ${nounOf(resource).other} were selected.`, 'wait');
  const words = questionOf(resource, act);
  if (words && data.get('confirmed') !== '1') return ask(resource, words, count, data);
  const run = runs[act];
  if (!run && !Object.hasOwn(resource.actions, act)) {
    throw new AppError('bad_input', 'There is no such act.');
  }
  const result = run
    ? await run(ctx, resource, selection)
    : await runAction(ctx, resource, act, selection);
  showAtOnce(result.done.flatMap(({ id }) => resource.cacheTags(ctx.tenant, { id })));
  const isAllDone = result.left.length === 0 && result.done.length > 0;
  if (isAllDone && data.get('_then') === 'list') {
    redirect(withDone(base, pastOf[act] ?? act, undoOf(act, result.done).ids));
  }
  return { outcome: tell(resource, act, result) };
}

const pastOf: Record<string, string> = { trash: 'trashed', restore: 'restored', delete: 'deleted' };

const runs: Record<string, typeof trashRecords> = {
  trash: trashRecords,
  restore: restoreRecords,
  delete: deleteForever,
};

function readAct(resource: Resource, data: FormData) {
  const [act = '', id] = textOf(data, 'rowAct').split(':');
  if (id) return { act, selection: { ids: [id] } satisfies Selection, count: 1 };
  const verb = textOf(data, 'act');
  if (data.get('all') === '1') {
    const query = readListQuery(resource, new URLSearchParams(textOf(data, '_query')));
    return { act: verb, selection: { query } satisfies Selection, count: Number.NaN };
  }
  const ids = data.getAll('id').filter((one) => typeof one === 'string');
  return { act: verb, selection: { ids } satisfies Selection, count: ids.length };
}

function questionOf(resource: Resource, act: string): ConfirmText | undefined {
  if (act === 'trash') return trashWords;
  if (act === 'delete') return forGoodWords(resource);
  const { actions } = resource;
  return Object.hasOwn(actions, act) ? actions[act]?.question : undefined;
}

function ask(resource: Resource, words: ConfirmText, count: number, data: FormData): ListState {
  const noun = nounOf(resource);
  const hidden: Record<string, string | string[]> = { confirmed: '1' };
  for (const name of ['_resource', '_query', '_then', 'act', 'rowAct', 'all']) {
    const text = textOf(data, name);
    if (text) hidden[name] = text;
  }
  const ids = data.getAll('id').filter((one) => typeof one === 'string');
  if (ids.length > 0) hidden.id = ids;
  // How many "all" are is known once they are read.
  const all = `every matching ${noun.one}`;
  const fill = (text: string) =>
    Number.isNaN(count) ? text.replace(/\{(what|name)\}/g, all) : fillWords(text, count, noun);
  const { title, body, button } = words;
  return {
    question: { title: fill(title), body: body && fill(body), button: fill(button), hidden },
  };
}

function tell(resource: Resource, act: string, { done, left, capped }: BulkResult): ListOutcome {
  const noun = nounOf(resource);
  const verb = doneWords[act] ?? ['', resource.actions[act]?.done ?? act];
  const count = done.length === 0 ? `no ${noun.other}` : formatCount(done.length, noun);
  const acted = verb[0] ? `${verb[0]} ${count}${verb[1]}` : `${capital(verb[1])} ${count}`;
  const out =
    left.length === 0
      ? ''
      : left.length === 1
        ? ', 1 was left out'
        : `, ${left.length} were left out`;
  const more = capped ? ' There were more than can be done at once; repeat it for the rest.' : '';
  const tone = done.length === 0 ? 'bad' : left.length > 0 || capped ? 'wait' : 'good';
  const undo = undoOf(act, done);
  return {
    id: crypto.randomUUID(),
    text: `${acted}${out}.${more}${undo.words}`,
    tone,
    left: left.map(({ label, why }) => ({ label, why })),
    trashed: undo.ids,
  };
}

const doneWords: Record<string, [before: string, after: string]> = {
  trash: ['Moved', ' to the trash'],
  restore: ['Restored', ''],
  delete: ['Deleted', ' for good'],
};

function outcome(text: string, tone: ListOutcome['tone']): ListState {
  return { outcome: { id: crypto.randomUUID(), text, tone, left: [] } };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
