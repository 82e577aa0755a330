import { describe, expect, it } from 'vitest';
import { startBatch } from '#features/batch/commands/start-batch.ts';
import { loadBatch } from '#features/batch/queries/load-batch.ts';
import { batchStart } from '#features/batch/schema.ts';
import { loadDraftDesk } from '#features/filing/queries/load-draft-desk.ts';
import { copyFiling, keepTemplate, removeTemplate, startFromTemplate } from '#features/template/commands/keep-template.ts';
import { loadCopyDesk, loadTemplateDesk } from '#features/template/queries/load-templates.ts';
import { journey } from '#seed/story.data.ts';
import { expectNotFound, submitVisit } from '#support/filings.ts';
import { act, agencyOf, succeed } from '#support/people.ts';
import { caseVisit, freeDays, freeEnterprise, plannedVisit } from '#support/requests.ts';

const { leng, dazhu } = journey;
const [filer, neighbour, stranger] = await Promise.all([agencyOf('shenleyu'), agencyOf('suchenxin'), agencyOf('weibofeng')]);
const day = freeDays[2] ?? '';
const filing = await submitVisit(filer, plannedVisit(leng, { site: '老厂区' }));
const other = freeEnterprise(leng, 1);

describe('the last filing once more', () => {
  it('opens a draft for another enterprise and day, without what was said of the first one alone', async () => {
    expect((await loadTemplateDesk(filer)).last).toMatchObject({ id: filing });
    const { draft } = await succeed(filer, copyFiling, { filing, uscc: other.toLowerCase(), day });
    const desk = await loadDraftDesk(filer, draft);
    expect(desk?.facts.enterprise.uscc).toBe(other);
    expect(desk?.body).toMatchObject({
      kind: 'special',
      matters: [leng.matter],
      inspectors: [...leng.inspectors],
      day,
      startTime: '09:00',
      site: '',
    });
    expect(desk?.verdict?.kind).toBe('allowed');
  });

  it('leaves reasons and exemptions of the one visit behind', async () => {
    const claimed = await submitVisit(filer, caseVisit(leng, { enterprise: freeEnterprise(leng, 2) }));
    const { draft } = await succeed(filer, copyFiling, { filing: claimed, uscc: other });
    expect((await loadDraftDesk(filer, draft))?.body).toMatchObject({ kind: 'case', triggerType: '', triggerReference: '', day: '' });
  });

  it('knows only enterprises of the district', async () => {
    const outcome = await act(filer, copyFiling, { filing, uscc: freeEnterprise(dazhu, 0) });
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'invalid', fields: { uscc: [expect.any(String)] } } });
  });
});

describe('templates of an agency', () => {
  it('are kept under a name, used for one or for many, and thrown away', async () => {
    await succeed(filer, keepTemplate, { filing, name: '产品质量抽查' });
    expect(await act(filer, keepTemplate, { filing, name: '产品质量抽查' })).toMatchObject({
      refusal: { fields: { name: [expect.any(String)] } },
    });
    const [template] = (await loadTemplateDesk(filer)).templates;
    if (!template) throw new Error('no template');
    const { draft } = await succeed(filer, startFromTemplate, { template: template.id, uscc: other, day });
    expect((await loadDraftDesk(filer, draft))?.body).toMatchObject({ matters: [leng.matter], day });
    const { batch } = await succeed(filer, startBatch, batchStart.parse({ codes: other, template: template.id }));
    expect((await loadBatch(filer, batch))?.body).toMatchObject({
      kind: 'special',
      matters: [leng.matter],
      inspectors: [...leng.inspectors],
    });
    for (const scope of [neighbour, stranger]) {
      expect((await loadTemplateDesk(scope)).templates).toEqual([]);
      await expectNotFound(
        () => act(scope, startFromTemplate, { template: template.id, uscc: other }),
        () => act(scope, removeTemplate, { template: template.id }),
      );
    }
    await succeed(filer, removeTemplate, { template: template.id });
    expect((await loadTemplateDesk(filer)).templates).toEqual([]);
  });

  it('of two at once with one name, one is kept', async () => {
    const outcomes = await Promise.all([1, 2].map(() => act(filer, keepTemplate, { filing, name: '同名' })));
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await loadTemplateDesk(filer)).templates).toHaveLength(1);
  });

  it('are not made of other agencies’ filings, nor are these copied', async () => {
    for (const scope of [neighbour, stranger]) {
      expect(await loadCopyDesk(scope, filing)).toBeNull();
      await expectNotFound(
        () => act(scope, copyFiling, { filing, uscc: other }),
        () => act(scope, keepTemplate, { filing, name: '他人' }),
      );
    }
  });
});
