import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { findTags } from '../../testing/find-tags';
import { FormErrorSummary } from './form-error-summary';
import { FormField } from './form-field';
import { RelationInput } from './relation-input';
import { SaveBar } from './save-bar';

const html = renderToStaticMarkup;

describe('a field of a form', () => {
  it('ties its input to label, help and error, in this order', () => {
    const markup = html(
      <FormField
        field={{ kind: 'text', name: 'slug', label: 'Slug', help: 'Short.', error: 'Taken.' }}
      />,
    );
    expect(markup).toContain('for="field-slug"');
    expect(markup).toMatch(
      /<input id="field-slug" aria-describedby="field-slug-help field-slug-error" aria-invalid="true"/,
    );
    expect(markup).toMatch(/id="field-slug-help"[^>]*>Short\./);
    expect(markup).toMatch(/id="field-slug-error".*Taken\./);
  });

  it('says nothing about errors where there is none', () => {
    const markup = html(<FormField field={{ kind: 'text', name: 'title', label: 'Title' }} />);
    expect(markup).not.toMatch(/aria-|error/);
  });

  it.each([
    ['text', { defaultValue: 'a "b" <c>' }, 'value="a &quot;b&quot; &lt;c&gt;"'],
    ['textarea', { defaultValue: '</textarea>' }, '&lt;/textarea&gt;</textarea>'],
    ['markdown', { defaultValue: '# Hi' }, '# Hi</textarea>'],
    ['number', { defaultValue: '12' }, 'value="12"'],
    ['datetime', { defaultValue: '2026-11-23T09:00' }, 'value="2026-11-23T09:00"'],
    ['color', { defaultValue: 'not a colour' }, 'value="not a colour"'],
    ['switch', { defaultChecked: true }, 'checked=""'],
    [
      'select',
      { defaultValue: 'b', choices: [{ id: 'b', label: 'B' }] },
      '<option value="b" selected="">B</option>',
    ],
  ] as const)('of kind %s keeps what was typed', (kind, props, expected) => {
    const field = { kind, name: 'f', label: 'F', ...props } as Parameters<
      typeof FormField
    >[0]['field'];
    expect(html(<FormField field={field} />)).toContain(expected);
  });
});

describe('a relation without scripts', () => {
  const ada = { id: 'a', label: 'Ada' };
  const bob = { id: 'b', label: 'Bob' };

  it('posts what is chosen by a plain list, even when it is not among the first choices', () => {
    const markup = html(
      <RelationInput name="tags" label="Tags" multiple choices={[ada]} defaultValue={[bob]} />,
    );
    expect(markup).toMatch(/<select name="tags" multiple=""[^>]*>/);
    expect(markup).toContain('<option value="b" selected="">Bob</option>');
    expect(markup).toContain('<option value="a">Ada</option>');
    expect(markup.match(/name="tags"/g)).toHaveLength(1);
  });

  it('can be left empty', () => {
    const markup = html(<RelationInput name="author" label="Author" choices={[ada]} />);
    expect(markup).toContain('<option value="" selected="">None</option>');
  });
});

describe('the frame of a form', () => {
  it('links every error to its field', () => {
    const errors = [{ name: 'slug', label: 'Slug', message: 'Taken' }, { message: 'Try again' }];
    const markup = html(<FormErrorSummary errors={errors} />);
    expect(markup).toContain('2 things to put right');
    expect(markup).toContain('<a class="link" href="#field-slug">Slug: Taken</a>');
    expect(markup).toContain('<li>Try again</li>');
    expect(html(<FormErrorSummary errors={[]} />)).toBe('');
  });

  it('has its buttons in the markup, each with what it means', () => {
    const markup = html(<SaveBar />);
    const buttons = findTags(markup, 'button').filter(({ type }) => type === 'submit');
    expect(buttons[0]).toMatchObject({ name: 'intent', value: 'save', hidden: '' });
    expect(buttons.slice(1).map(({ name, value }) => `${name}=${value}`)).toEqual([
      'intent=another',
      'intent=continue',
      'intent=save',
    ]);
    expect(markup).toContain('<button type="reset"');
  });
});
