import { Dialog } from 'radix-ui';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { findTags } from '@/lib/testing/find-tags';
import type { PlainField } from './field-specs';
import { RelatedForm } from './related-form';
import type { RelatedActions } from './screen-types';

const related = {
  form: () => Promise.reject(new Error('not asked')),
  create: async () => {},
} as unknown as RelatedActions;

const fields: PlainField[] = [
  { kind: 'text', name: 'name', label: 'Name' },
  { kind: 'slug', name: 'slug', label: 'Slug', optional: true },
  { kind: 'relations', name: 'friends', label: 'Friends', choices: [{ id: 'a', label: 'Ada' }] },
];

const draw = (text: string) =>
  renderToStaticMarkup(
    <Dialog.Root>
      <RelatedForm
        {...{ related, text, noun: 'author', findChoices: async () => [], onMade: () => {} }}
        from={{ resource: 'posts', field: 'authorId' }}
        form={{ resource: 'authors', title: 'name', fields, slug: null, once: 'one-drawing' }}
      />
    </Dialog.Root>,
  );

test('begins with what was searched for, under ids that the form below has not got', () => {
  const inputs = findTags(draw('Ada <L>'), 'input');
  expect(inputs.find(({ name }) => name === 'name')).toMatchObject({
    ...{ id: 'related-name', value: 'Ada &lt;L&gt;' },
  });
  expect(inputs.find(({ name }) => name === 'slug')?.value ?? '').toBe('');
  expect(findTags(draw(''), 'input').find(({ name }) => name === 'name')?.value ?? '').toBe('');
});

test('says which picker it is for, and which drawing of the form it is', () => {
  const hidden = findTags(draw(''), 'input').filter(({ type }) => type === 'hidden');
  expect(Object.fromEntries(hidden.map(({ name, value }) => [name, value]))).toMatchObject({
    ...{ _resource: 'posts', _field: 'authorId', _fields: 'name slug friends' },
    _once: 'one-drawing',
  });
});

test('has pickers to search in, and none that opens a second drawer', () => {
  const markup = draw('');
  expect(findTags(markup, 'input').filter(({ role }) => role === 'combobox')).toHaveLength(1);
  // A picker that can make records says so when it has; here only the button speaks.
  expect(markup.match(/role="status"/g)).toHaveLength(1);
});
