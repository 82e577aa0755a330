import { describe, expect, it } from 'vitest';
import { findingResults, fittingFollowUps } from './codes.ts';
import { type FindingDraft, judgeFinding } from './judge-finding.ts';

const scene = { agency: '431103-amr', today: '2026-11-22' };
const clean: FindingDraft = {
  ...{ checked: true, result: 'nothingFound', text: '', followUp: 'none', toAgency: null, demand: '', dueDay: null },
};
const order: FindingDraft = {
  ...{ ...clean, result: 'toBeFollowed', text: '未公示价格', followUp: 'orderToCorrect', demand: '改正标签', dueDay: '2026-11-23' },
};
const fields = (draft: Partial<FindingDraft>, base = clean) => judgeFinding({ ...base, ...draft }, scene).map(({ field }) => field);

describe('one finding', () => {
  it('nothing found needs no words', () => expect(fields({})).toEqual([]));

  it.each(findingResults)('%s takes each follow-up that fits it', (result) => {
    for (const followUp of fittingFollowUps[result]) {
      const full = { result, followUp, text: '说明', toAgency: '431103-fire', demand: '改正', dueDay: '2026-12-01' };
      expect(fields(full)).toEqual([]);
    }
  });

  it.each([
    ['something found without a word', { result: 'toBeFollowed', followUp: 'routineSupervision' }, ['text']],
    ['nothing found, yet handed over', { followUp: 'handOver', toAgency: '431103-fire' }, ['followUp']],
    ['refused, and nothing done', { result: 'refusedToCooperate', text: '拒不开门' }, ['followUp']],
    ['not checked, yet nothing found', { checked: false }, ['result']],
    ['not checked, corrected', { checked: false, result: 'correctedOnOrder', text: '已改' }, ['result']],
    ['not checked because it moved away', { checked: false, result: 'movedOrStruckOff', text: '已迁至外地' }, []],
    ['not checked, and not why', { checked: false, result: 'closedDown' }, ['text']],
  ] as const)('%s', (_case, draft, expected) => expect(fields(draft)).toEqual(expected));
});

describe('an order to correct', () => {
  it.each([
    ['due today', '2026-11-22', ['dueDay']],
    ['due tomorrow', '2026-11-23', []],
    ['due in a year', '2027-11-22', []],
    ['due in a year and a day', '2027-11-23', ['dueDay']],
    ['without a day', null, ['dueDay']],
  ] as const)('%s', (_case, dueDay, expected) => expect(fields({ dueDay }, order)).toEqual(expected));

  it('says what is demanded', () => expect(fields({ demand: '' }, order)).toEqual(['demand']));
});

describe('an addressee', () => {
  it.each([
    ['a hand-over names one', 'handOver', null, ['toAgency']],
    ['which may be the agency’s own case team', 'handOver', '431103-amr', []],
    ['a copy names one', 'copyToAgency', null, ['toAgency']],
    ['which is another agency', 'copyToAgency', '431103-amr', ['toAgency']],
    ['such as the fire brigade', 'copyToAgency', '431103-fire', []],
  ] as const)('%s', (_case, followUp, toAgency, expected) => expect(fields({ followUp, toAgency }, order)).toEqual(expected));
});
