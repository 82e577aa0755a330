import { describe, expect, it } from 'vitest';
import { entryRules } from '#domain/inspection/entry-rules.ts';
import { getOpenRules } from '#features/rules/api/routes.ts';
import { loadRules } from '#features/rules/queries.ts';
import { publicScope } from '#platform/scope.ts';
import { call } from '#support/api.ts';

const ask = (query: string, accept = 'application/json') =>
  getOpenRules(new Request(`http://localhost:3000/api/public/v1/rules${query}`, { headers: { accept } }), { params: Promise.resolve({}) });

describe('the open rules of a district', () => {
  it.each(['431103', '511724'])('%s: every rule and value, with its source, as the page has them', async (district) => {
    const { body, status } = await call(getOpenRules, 'GET', { query: `?district=${district}` });
    const { policy } = await loadRules(publicScope({ type: 'public' }), district);
    const { rules, values } = body as {
      rules: { id: string; value: string }[];
      values: { key: string; value: unknown; source: { instrument: string } }[];
    };
    expect([status, body.policy, body.from]).toEqual([200, `${district}@${policy.version}`, policy.effectiveFrom]);
    expect(rules.map(({ id, value }) => [id, value])).toEqual(entryRules.map((rule) => [rule.id, rule.value(policy)]));
    expect(Object.fromEntries(values.map(({ key, value }) => [key, value]))).toEqual(
      Object.fromEntries(Object.entries(policy.values).map(([key, { value }]) => [key, value])),
    );
    expect(values.filter(({ source }) => !source.instrument)).toEqual([]);
  });

  it('come as a table to whoever asks for one', async () => {
    const answer = await ask('?district=431103', 'text/csv');
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(text.trim().split('\r\n')).toHaveLength(
      1 + entryRules.length + Object.keys((await loadRules(publicScope({ type: 'public' }), '431103')).policy.values).length,
    );
  });

  it('are not there for a district that is not, and not for a question that is none', async () => {
    expect((await ask('?district=999999')).status).toBe(404);
    for (const query of ['', '?district=abc', '?district=431103&x=1']) expect((await ask(query)).status).toBe(400);
  });
});
