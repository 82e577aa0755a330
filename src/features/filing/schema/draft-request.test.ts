import { describe, expect, it } from 'vitest';
import { draftBody, storedRequest } from '../schema.ts';
import { applyIntent, draftOfRequest, instantOf, missingIn, requestOfDraft } from './draft-request.ts';

const known = { enterprise: '91431103YQU8225U8Q', agency: '431103-amr', approval: 'pending' as const };
const whole = draftBody.parse({ kind: 'case', day: '2026-12-22', startTime: '09:00', endTime: '11:30', form: 'onsite' });
const draft = '01a20000-0000-7000-8000-000000000000';

describe('a draft as typed', () => {
  it('reads clocks in full width, and 24:00 as the end of the day', () => {
    expect(instantOf('2026-12-22', '０９：３０')?.toISOString()).toBe('2026-12-22T01:30:00.000Z');
    expect(instantOf('2026-12-22', '24:00')?.toISOString()).toBe('2026-12-22T16:00:00.000Z');
    expect(instantOf('2026-12-22', '24:01')).toBeNull();
    expect(instantOf('2026-02-30', '09:00')).toBeNull();
  });

  it('names what is missing, one thing at a time for the time', () => {
    expect(missingIn(draftBody.parse({}))).toEqual({ kind: ['请选择检查类型'], day: ['请选择入企日期'] });
    expect(missingIn({ ...whole, endTime: '09:00' })).toEqual({ endTime: ['结束时间应晚于开始时间'] });
    expect(missingIn({ ...whole, endDay: '2027-02-20', endTime: '08:59' })).toEqual({});
    expect(missingIn({ ...whole, endDay: '2027-02-20', endTime: '09:01' })).toEqual({ endDay: ['一次检查不超过 60 天'] });
  });

  it('is judged without the words behind a claim, but not sent without them', () => {
    const claiming = { ...whole, triggerType: 'tipOff', exemptionCode: 'complaint', separateGround: 'secrecy' };
    expect(requestOfDraft(claiming, known)).not.toBeNull();
    expect(Object.keys(missingIn(claiming))).toEqual(['triggerReference', 'exemptionReason', 'separateReason']);
  });

  it('comes back from a stored request as it was, times of several days included', () => {
    const long = { ...whole, endDay: '2026-12-23', endTime: '24:00', triggerType: 'tipOff', triggerReference: '举报 12 号' };
    const request = requestOfDraft(long, known);
    const { approval: _approval, lead, ...kept } = request ?? expect.fail('complete');
    const stored = storedRequest.parse(JSON.parse(JSON.stringify(kept)));
    expect(requestOfDraft(draftOfRequest({ ...stored, lead }), known)).toEqual(request);
  });

  it('takes a slot over, and keeps the chosen day while another month is shown', () => {
    const form = { ...whole, draft, keptDay: '', intent: 'slot:2026-12-30T14:00:00+08:00/2026-12-30T16:00:00+08:00' };
    expect(applyIntent(form)).toMatchObject({ day: '2026-12-30', month: '2026-12', startTime: '14:00', endTime: '16:00', endDay: '' });
    expect(applyIntent({ ...form, day: '', keptDay: '2026-12-22', intent: 'month:2027-01' })).toMatchObject({
      day: '2026-12-22',
      month: '2027-01',
    });
    expect(applyIntent({ ...form, intent: 'slot:nonsense' })).toMatchObject({ day: '2026-12-22' });
    expect(applyIntent({ ...form, intent: 'slot:-271821-04-20T00:00:00.000Z/+275760-09-13T00:00:00.000Z' })).toMatchObject({
      day: '2026-12-22',
    });
    expect(applyIntent({ ...form, intent: 'month:2027-01' })).toMatchObject({ month: '2027-01' });
    expect(applyIntent({ ...form, month: '2026-12', intent: 'month:whatever it is' })).toMatchObject({ month: '2026-12' });
  });
});
