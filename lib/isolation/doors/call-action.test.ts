import { expect, test } from 'vitest';
import { postAction, postPlainForm, postValue, setCookies } from './call-action';

const call = { host: 'acme.localhost', id: '40ab', headers: { origin: 'http://acme.localhost' } };

test('a form goes with its state, which what it refers to stands before', () => {
  const { headers, body } = postAction({ ...call, fields: { email: 'a', id: ['1', '2'] } });
  expect(headers).toMatchObject({ 'next-action': '40ab', origin: 'http://acme.localhost' });
  const names = [...String(body).matchAll(/name="([^"]+)"/g)].map(([, name]) => name);
  expect(names).toEqual(['_1_email', '_1_id', '_1_id', '0']);
});

test('without script the form itself names the action', () => {
  const { headers, body } = postPlainForm({ ...call, fields: { email: 'a' } });
  expect(headers).not.toHaveProperty('next-action');
  expect(body).toContain('name="$ACTION_ID_40ab"');
});

test('one plain value goes as a text', () => {
  expect(postValue({ ...call, value: 'x' })).toMatchObject({ method: 'POST', body: '["x"]' });
});

test('a session’s cookie is told from others', () => {
  const headers = { 'set-cookie': ['a.session=x; Path=/', 'a.csrf=y'] };
  expect(setCookies({ status: 200, headers, body: '' })).toEqual([['a.session', 'x']]);
});
