import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { loadAuditDesk } from '#features/audit/queries.ts';
import { auditFilter } from '#features/audit/schema.ts';
import { addLineAction } from '#features/declaration/actions.ts';
import { loadNewLineDesk, reckonLine } from '#features/declaration/queries/load-line-desk.ts';
import { blankFields } from '#features/declaration/schema/line-fields.ts';
import { newLine } from '#features/declaration/schema/line-form.ts';
import { fieldsOfQuery } from '#features/declaration/schema/line-query.ts';
import { declarationFilter } from '#features/declaration/schema.ts';
import { searchEnterprises } from '#features/enterprise/queries.ts';
import { enterpriseSearch } from '#features/enterprise/schema.ts';
import { saveDraftAction, submitFilingAction } from '#features/filing/actions.ts';
import { listFilings } from '#features/filing/queries/list-filings.ts';
import { loadDraftDesk } from '#features/filing/queries/load-draft-desk.ts';
import { entryCheckBody, filingBody, filingDecision, filingFilter, reasonedFiling } from '#features/filing/schema.ts';
import { DraftPage } from '#features/filing/ui/draft-page.tsx';
import { loadCatalogue } from '#features/matter/queries/load-catalogue.ts';
import { catalogueFilter, matterAddition, proposalDecision } from '#features/matter/schema.ts';
import { mergeDecision, mergePages, runRequest } from '#features/merge/schema.ts';
import { loadPlanPage } from '#features/plan/queries/load-plan-page.ts';
import { planPublication, planQuery } from '#features/plan/schema.ts';
import { refusalFilter } from '#features/refusal/schema.ts';
import { loadReviewDesk } from '#features/review/queries/load-review-desk.ts';
import { historyPage, lineFilter, stepForm } from '#features/review/schema.ts';
import { signIn as signInInput } from '#features/session/schema.ts';
import { mendSheetAction } from '#features/sheet/actions.ts';
import { loadSheet } from '#features/sheet/queries/load-sheet.ts';
import { sheetMend, sheetPage, sheetYear } from '#features/sheet/schema.ts';
import { publicScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { lineForm, draft as openDeclaration, planYear } from '#support/declarations.ts';
import { fileVisit, openDraft } from '#support/filings.ts';
import { adminOf, agencyOf, keyOf, officeOf, signIn } from '#support/people.ts';
import { press } from '#support/request-scope.ts';
import { formOf, freeDay, plannedVisit } from '#support/requests.ts';
import { makeSheets } from '#support/sheets.ts';

const { leng } = journey;
const [filer, key, office, audit, { secret }] = await Promise.all([
  agencyOf('shenleyu'),
  keyOf(leng.agency),
  officeOf('luolin'),
  adminOf('tangminghui'),
  signIn('shenleyu'),
]);
const lawful = plannedVisit(leng);
const draft = await openDraft(filer, lawful);

const strange = fc.constantFrom<unknown>(
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    '%',
    '_',
    '\\',
    "' OR 1=1 --",
    '__proto__',
    'NaN',
    '-1',
    '1e9',
    '9'.repeat(300),
    '\u202e',
    '😀'.repeat(70),
  ],
  ...[
    '2026-02-30',
    '0000-00-00',
    '0000-01-01',
    '1900-01-01',
    '2199-12-31',
    '9999-12-31',
    '2026-13',
    '0000-01',
    '24:00',
    '25:61',
    '２４：００',
    'slot:/',
    'slot:x/y',
    'month:9999-99',
    'month:0000-00',
  ],
  ...[`slot:-271821-04-20T00:00:00.000Z/+275760-09-13T00:00:00.000Z`, 'slot:2027-01-01T00:00:00Z/2026-01-01T00:00:00Z'],
  ...[null, undefined, true, -0, Number.NaN, 1e308, 2 ** 53, [], [null], {}, { not: '' }, [['x']], new Date(Number.NaN)],
);
const anything = fc.oneof(strange, fc.anything(), fc.string({ unit: 'binary', maxLength: 80 }), fc.array(strange, { maxLength: 70 }));
const words = fc.oneof(
  strange.filter((value) => typeof value === 'string'),
  fc.string({ unit: 'binary', maxLength: 70 }),
  fc.string(),
) as fc.Arbitrary<string>;

/** Some fields of a good value replaced by anything, and some more. */
function spoiled(good: object, value: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> {
  const name = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...Object.keys(good)) }, { weight: 1, arbitrary: fc.string() });
  return fc.dictionary(name, value, { minKeys: 1, maxKeys: 5 }).map((change) => ({ ...good, ...change }));
}

const runs = (numRuns: number) => ({ numRuns, endOnFailure: true });

describe('schemas answer whatever comes', () => {
  const id = '018f0000-0000-7000-8000-000000000000';
  const matterFields = {
    ...{ name: '事项', category: 'daily', form: 'onsite', basisInstrument: '条例', basisArticle: '第一条', specialField: '' },
    ...{ mergeableGroup: '', industries: ['13'], group: 'amr-market', maxPerYear: '1', reason: '理由' },
  };
  const filing = { filing: '018f0000-0000-7000-8000-000000000000', reason: '理由' };
  const cases: readonly [string, z.ZodType, object][] = [
    ['filingBody', filingBody, JSON.parse(JSON.stringify(lawful))],
    ['entryCheckBody', entryCheckBody, JSON.parse(JSON.stringify({ ...lawful, asOf: null }))],
    ['filingDecision', filingDecision, { ...filing, decision: 'filed' }],
    ['reasonedFiling', reasonedFiling, filing],
    ['newLine', newLine, { declaration: id, ...lineForm() }],
    ['stepForm', stepForm, { year: '2027', action: 'trim', line: [id], count: '3', reason: '理由', back: '/review/2027' }],
    ['sheetMend', sheetMend, { sheet: id, intent: 'write', cell: 'F4', text: '三季度' }],
    ['runRequest', runRequest, { year: '2027', seconds: '60' }],
    ['mergeDecision', mergeDecision, { proposal: id, choice: 'accept', lead: leng.agency, months: ['9'], reason: '' }],
    ['planPublication', planPublication, { year: '2027', base: '1', seen: '0'.repeat(64), note: '说明' }],
    ['matterAddition', matterAddition, matterFields],
    ['proposalDecision', proposalDecision, { proposal: id, decision: 'refused', reason: '理由' }],
    ['signIn', signInInput, { district: '431103', username: 'luolin', password: 'x' }],
  ];

  it.each(cases)('%s', (_name, schema, good) => {
    expect(schema.safeParse(good).success).toBe(true);
    fc.assert(
      fc.property(fc.oneof(spoiled(good, anything), anything), (value) => {
        expect(typeof schema.safeParse(value).success).toBe('boolean');
      }),
      runs(600),
    );
  });

  it.each([
    [
      'filingFilter',
      filingFilter,
      { q: 'x', agency: leng.agency, kind: 'case', status: 'filed', from: freeDay, to: freeDay, page: '1', size: '50' },
    ],
    ['auditFilter', auditFilter, { year: '2026', event: 'filing.filed', actor: 'x', subject: 'x', before: '9' }],
    ['refusalFilter', refusalFilter, { page: '1' }],
    ['enterpriseSearch', enterpriseSearch, { q: 'x' }],
    ['declarationFilter', declarationFilter, { year: '2027' }],
    ['lineFilter', lineFilter, { q: 'x', agency: leng.agency, month: '9', source: 'city', status: 'kept', group: 'g-food', page: '1' }],
    ['historyPage', historyPage, { page: '1' }],
    ['sheetYear', sheetYear, { year: '2027' }],
    ['sheetPage', sheetPage, { errors: '1', lines: '1' }],
    ['mergePages', mergePages, { page: '1', pairs: '1' }],
    ['planQuery', planQuery, { q: 'x', agency: leng.agency, month: '9', kind: 'annual', version: '1', page: '1' }],
    ['catalogueFilter', catalogueFilter, { q: 'x', agency: leng.agency, category: 'daily', merge: 'yes', page: '1' }],
  ] as const)('%s: what makes no sense filters nothing', (_name, schema, good) => {
    fc.assert(
      fc.property(spoiled(good, anything), (value) => {
        expect(schema.safeParse(value).success).toBe(true);
      }),
      runs(600),
    );
  });
});

describe('lists answer whatever is asked', () => {
  it('filings', async () => {
    const good = { q: '永州', agency: leng.agency, kind: 'special', status: 'filed', from: freeDay, to: freeDay, page: '1', size: '15' };
    await fc.assert(
      fc.asyncProperty(spoiled(good, words), async (query) => {
        for (const scope of [filer, office]) {
          const { rows, total, size } = await listFilings(scope, filingFilter.parse(query));
          expect(rows.length).toBeLessThanOrEqual(Math.min(size, total));
        }
      }),
      runs(150),
    );
  }, 60_000);

  it('the log and the register', async () => {
    await fc.assert(
      fc.asyncProperty(words, spoiled({ year: '2026', event: 'x', actor: 'x', subject: 'x', before: '9' }, words), async (q, query) => {
        await loadAuditDesk(audit, auditFilter.parse(query));
        const search = enterpriseSearch.parse({ q });
        if (search.q) expect((await searchEnterprises(filer, search.q)).length).toBeLessThanOrEqual(30);
      }),
      runs(150),
    );
  }, 60_000);
});

describe('the pages of planning answer whatever is asked', () => {
  const everybody = publicScope({ type: 'public' });

  it('desk, plan, catalogue', async () => {
    const good = { q: 'x', agency: leng.agency, month: '9', source: 'city', status: 'kept', kind: 'annual', merge: 'yes', page: '1' };
    await fc.assert(
      fc.asyncProperty(spoiled(good, words), async (query) => {
        const { page } = await loadReviewDesk(office, planYear, lineFilter.parse(query));
        expect(page.rows.length).toBeLessThanOrEqual(page.total);
        const plan = await loadPlanPage(everybody, { district: '431103', year: planYear - 1 }, planQuery.parse(query));
        if (plan) expect(plan.entries.length).toBeLessThanOrEqual(plan.found);
        const { rows, total } = await loadCatalogue(filer, catalogueFilter.parse(query));
        expect(rows.length).toBeLessThanOrEqual(total);
      }),
      runs(60),
    );
  }, 60_000);
});

describe('forms of planning are answered, never with a fault', () => {
  const typed = fc.oneof(words, fc.array(words, { maxLength: 5 })) as fc.Arbitrary<string | string[]>;

  it("a line's form: stored or refused, reckoned or not", async () => {
    const declaration = await openDeclaration(filer);
    const desk = await loadNewLineDesk(filer, declaration);
    if (!desk) throw new Error('the declaration is gone');
    const fields = { ...lineForm(), list: '91431103YQU8225U8Q', ratio: '5', fromDay: `${planYear}-09-21`, toDay: `${planYear}-09-30` };
    await fc.assert(
      fc.asyncProperty(spoiled({ ...blankFields(), ...fields }, typed), async (form) => {
        await press(addLineAction, { secret }, { ...form, declaration } as never);
        await reckonLine(filer, desk, fieldsOfQuery({ ...form, reckon: 'yes' }));
      }),
      runs(100),
    );
  }, 90_000);

  it("a sheet's corrections: taken or refused, and read again", async () => {
    const { sheet } = await makeSheets(filer);
    const good = { intent: 'write', cell: 'F4', text: '三季度', proposal: '四季度' };
    await fc.assert(
      fc.asyncProperty(spoiled(good, typed), async (form) => {
        await press(mendSheetAction, { secret }, { ...form, sheet } as never);
        expect((await loadSheet(filer, sheet))?.reading).not.toBeUndefined();
      }),
      runs(60),
    );
  }, 90_000);
});

describe('forms and bodies are answered, never with a fault', () => {
  type Fields = Record<string, string | readonly string[]>;
  const typed = fc.oneof(words, fc.array(words, { maxLength: 5 })) as fc.Arbitrary<string | string[]>;
  const good = formOf(draft, lawful);

  it('a form, however it was filled in: kept or refused, shown again, sent or refused', async () => {
    await fc.assert(
      fc.asyncProperty(spoiled(good, typed), async (fields) => {
        const form = { ...fields, draft } as Fields;
        await press(saveDraftAction, { secret }, form);
        const desk = await loadDraftDesk(filer, draft);
        if (!desk) throw new Error('the draft is gone');
        expect(renderToStaticMarkup(createElement(DraftPage, { desk }))).toContain(draft);
        const { to } = await press(submitFilingAction, { secret }, { ...form, inspectors: [] });
        expect(to).toBeNull();
      }),
      runs(120),
    );
  }, 90_000);

  it('a body that the schema takes: filed or refused', async () => {
    const body = JSON.parse(JSON.stringify({ ...lawful, approval: null }));
    const taken = spoiled(body, fc.oneof(words, anything))
      .map((value) => filingBody.safeParse(value))
      .filter(({ success }) => success);
    await fc.assert(
      fc.asyncProperty(taken, async ({ data }) => {
        expect(await fileVisit(key, data ?? lawful)).toMatchObject({
          ok: false,
          refusal: { kind: expect.stringMatching(/^(unlawful|notFound)$/) },
        });
      }),
      runs(150),
    );
  }, 90_000);
});
