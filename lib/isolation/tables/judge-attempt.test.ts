import { describe, expect, test } from 'vitest';
import { judgeAttempt } from './judge-attempt';

const own = { tenantId: 'own', title: 'a' };
const foreign = { tenantId: 'other', title: 'b' };

function judge(result: unknown, attack = {}) {
  return judgeAttempt({ result }, { attack, tenantKey: 'tenantId', own: 'own' });
}

function judgeThrown(error: unknown, attack = {}) {
  return judgeAttempt({ error }, { attack, tenantKey: 'tenantId', own: 'own' });
}

describe('rows', () => {
  test('of the bound tenant are right, and so are none', () => {
    expect(judge([own])).toBeNull();
    expect(judge([])).toBeNull();
  });

  test('of another tenant leak, inside a join too', () => {
    expect(judge([own, foreign])).toMatch(/^1 rows/);
    expect(judge([{ posts: own, twin: foreign }])).toMatch(/^1 rows/);
    expect(judge([{ posts: own, twin: null }])).toBeNull();
  });

  test('of nobody leak as well', () => {
    expect(judge([{ tenantId: null }])).toMatch(/^1 rows/);
  });

  test('must come where they are asked for plainly', () => {
    expect(judge([], { seesOwn: true })).toMatch(/none of the tenant/);
  });
});

describe('errors', () => {
  const ofDatabase = (code: string) =>
    Object.assign(new Error('Failed query', { cause: Object.assign(new Error('pg'), { code }) }));

  test('a refusal counts only where one may come', () => {
    expect(judgeThrown(new Error('refused'))).toMatch(/could not be carried out/);
    expect(judgeThrown(new Error('refused'), { refusal: 'allowed' })).toBeNull();
    expect(judge([own], { refusal: 'required' })).toMatch(/did not refuse/);
  });

  test('PostgreSQL’s refusal is not the handle’s', () => {
    expect(judgeThrown(ofDatabase('42501'), { refusal: 'required' })).toMatch(/could not/);
    expect(judgeThrown(ofDatabase('23505'), { refusal: 'required' })).toBeNull();
  });

  test('a method that does not exist proves nothing', () => {
    expect(judgeThrown(new TypeError('x is not a function'), { refusal: 'allowed' })).toMatch(
      /could not/,
    );
  });
});
