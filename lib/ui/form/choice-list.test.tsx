import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { findTags } from '../../testing/find-tags';
import { ChoiceList } from './choice-list';
import { RelationInput } from './relation-input';

const ada = { id: 'a', label: 'Ada' };
const entry = { id: 'create', label: 'Create “Bob”…' };
const list = (props: Partial<Parameters<typeof ChoiceList>[0]>) =>
  renderToStaticMarkup(
    <ChoiceList
      {...{ id: 'list', label: 'Author', found: [ada], offered: [ada], entry: null }}
      {...{ isBusy: false, hasFailed: false, pick: () => {} }}
      {...props}
    />,
  );

it('ends in the line that makes a new one, which is an option like the others', () => {
  const options = findTags(list({ entry, current: entry }), 'div').filter(
    ({ role }) => role === 'option',
  );
  expect(options).toMatchObject([
    { id: 'list-a', 'aria-selected': 'false' },
    { id: 'list-create', 'aria-selected': 'true' },
  ]);
});

it('counts only what there is to choose from', () => {
  expect(list({ entry })).toContain('1 to choose from');
  expect(list({ entry, offered: [] })).toContain('Nothing found');
});

it('has no such line where nothing can be made', () => {
  expect(findTags(list({}), 'div').filter(({ role }) => role === 'option')).toHaveLength(1);
});

it('leaves the plain list of a browser without scripts as it was', () => {
  const creator = { noun: 'author', draw: () => 'a form' };
  const plain = { name: 'author', label: 'Author', choices: [ada] };
  const options = (markup: string) => markup.match(/<select.*<\/select>/)?.[0];
  const made = renderToStaticMarkup(<RelationInput {...plain} creator={creator} />);
  expect(options(made)).toBe(options(renderToStaticMarkup(<RelationInput {...plain} />)));
  expect(made).not.toContain('a form');
});
