import { describe, expect, it } from 'vitest';
import { at, emergency, factsWith, matterWith } from '../facts.fixture.ts';
import { judgePublishedMatter } from './published-matter.ts';

const judgeWith = (changes: Parameters<typeof matterWith>[1]) => judgePublishedMatter(factsWith({ matters: [matterWith('m-1', changes)] }));

describe('published-matter', () => {
  it('published-matter: in force from its first day', () => {
    expect(judgeWith({ publishedFrom: '2026-11-24' }).outcome).toBe('allowed');
    expect(judgeWith({ publishedFrom: '2026-11-25' })).toMatchObject({
      outcome: 'forbidden',
      say: expect.stringContaining('2026-11-25 起才列入目录'),
    });
  });

  it('published-matter: in force until the day before it leaves, on every day of the visit', () => {
    expect(judgeWith({ publishedTo: '2026-11-25' }).outcome).toBe('allowed');
    expect(judgeWith({ publishedTo: '2026-11-24' }).outcome).toBe('forbidden');
    const facts = factsWith({ matters: [matterWith('m-1', { publishedTo: '2026-11-25' })] }, { end: at('2026-11-25 11:30') });
    expect(judgePublishedMatter(facts).outcome).toBe('forbidden');
  });

  it('published-matter: belongs to a participating agency', () => {
    const matters = [matterWith('m-1', { agencyKind: 'emergency' })];
    expect(judgePublishedMatter(factsWith({ matters })).outcome).toBe('forbidden');
    expect(judgePublishedMatter(factsWith({ matters, coAgencies: [emergency] })).outcome).toBe('allowed');
  });

  it('published-matter: covers the industry, or all of them', () => {
    expect(judgeWith({ industries: ['13', '30'] }).outcome).toBe('allowed');
    expect(judgeWith({ industries: ['13', '14'] })).toMatchObject({
      outcome: 'forbidden',
      facts: { 不符合: '产品质量抽查不覆盖企业所在行业 30' },
    });
  });

  it('published-matter: unknown codes and an empty list are refused', () => {
    expect(judgePublishedMatter(factsWith({ matters: [{ code: 'm-x', catalogue: null }] }))).toMatchObject({
      outcome: 'forbidden',
      say: expect.stringContaining('m-x不在公布的目录内'),
    });
    expect(judgePublishedMatter(factsWith({ matters: [] })).outcome).toBe('forbidden');
  });

  it('published-matter: a record that was merged is refused, and the kept one named', () => {
    const { enterprise } = factsWith();
    const mergedInto = { name: '示例制造集团有限公司', uscc: '91990101MA00000001' };
    expect(judgePublishedMatter(factsWith({ enterprise: { ...enterprise, mergedInto } }))).toMatchObject({
      ...{ outcome: 'forbidden', title: '企业记录已并入另一条' },
      say: expect.stringContaining('示例制造集团有限公司”（91990101MA00000001）'),
    });
  });

  it('published-matter: names every matter that is at fault', () => {
    const matters = [matterWith('m-1'), matterWith('m-2', { name: '甲', industries: ['13'] }), { code: 'm-3', catalogue: null }];
    const { say } = judgePublishedMatter(factsWith({ matters }));
    expect(say).toContain('甲不覆盖');
    expect(say).toContain('m-3不在');
  });
});
