import { taskSources } from '#domain/declaration/line.ts';
import { inspectionForms, inspectionKinds } from '#domain/inspection/kinds.ts';
import { always, answers, inPath, keyed, queryParameters, ref, shape } from '#platform/openapi.ts';
import { openDistrictQuery, openPlanQuery } from '../schema.ts';

const { text, whole, truth, day, instant, orNull, list, object } = shape;
const figureNames = [
  ...['declaredLines', 'declaredVisits', 'plannedEntries', 'plannedVisits', 'mergedLines', 'joints', 'droppedLines'],
  ...['unreviewedLines', 'returnedLines', 'mergeableMatters', 'matters'],
];
const head = {
  ...{ district: text, districtName: text, year: whole, version: whole, name: text, publishedAt: instant, inForce: truth, note: text },
  figures: orNull(object(Object.fromEntries(figureNames.map((name) => [name, whole])))),
};
const basis = object({ instrument: text, locator: text });
const matter = {
  ...{
    code: text,
    name: text,
    category: text,
    form: { type: 'string', enum: inspectionForms },
    basis,
    agencyKind: text,
    specialField: truth,
  },
  ...{ mergeableGroup: orNull(text), industries: list(text), maxPerYear: whole, publishedFrom: day },
};

/** Schemas of what the routes of plans answer. */
export const planAnswers = {
  PlanEntry: object({
    ...{
      no: text,
      title: text,
      kind: { type: 'string', enum: inspectionKinds },
      form: { type: 'string', enum: inspectionForms },
      from: day,
      to: day,
    },
    ...{
      quota: whole,
      left: orNull(whole),
      fullCoverage: truth,
      source: orNull({ type: 'string', enum: taskSources }),
      targets: text,
      draw: orNull(text),
    },
    months: list(object({ month: whole, quota: whole })),
    approvalDocument: orNull(text),
    agencies: list(object({ code: text, name: text, lead: truth })),
    matters: list(object({ code: text, name: text, basis, agency: orNull(text) })),
  }),
  Plan: object({ ...head, hash: text, url: { type: 'string', format: 'uri' }, entries: list(ref('PlanEntry')) }),
  OwnPlan: object({ ...head, entries: list(ref('PlanEntry')) }),
  Matter: object(matter),
  MatterList: object({ items: list(ref('Matter')) }),
  OpenMatterList: object({ district: text, items: list(ref('Matter')) }),
  DistrictList: object({
    items: list(
      object({
        ...{ code: text, name: text, office: object({ name: text, phone: text }) },
        plans: list(object({ year: whole, version: whole, publishedAt: instant, entries: whole })),
      }),
    ),
  }),
};

const open = (operationId: string, summary: string, rest: object) => ({ get: { operationId, summary, security: [], ...rest } });

/** The routes of plans, matters and districts: open data as JSON, or as a table for `Accept: text/csv`. */
export function describePlans(): object {
  const refused = ['invalid', 'notFound', ...always] as const;
  return {
    '/api/v1/matters': {
      get: { operationId: 'listMatters', summary: '本区县现行的事项清单', responses: answers(200, 'MatterList', keyed) },
    },
    '/api/v1/plans/{year}': {
      get: {
        ...{ operationId: 'getOwnPlan', summary: '现行计划中本单位参加的计划项，含余量' },
        ...{ parameters: [inPath('year', '计划年度')], responses: answers(200, 'OwnPlan', ['notFound', ...keyed]) },
      },
    },
    '/api/public/v1/plans': open('getPlan', '一个区县一个年度的计划，现行的或指定的一版', {
      ...{ parameters: queryParameters(openPlanQuery), responses: answers('orTable', 'Plan', refused) },
    }),
    '/api/public/v1/matters': open('listOpenMatters', '一个区县现行的事项清单', {
      ...{ parameters: queryParameters(openDistrictQuery), responses: answers('orTable', 'OpenMatterList', refused) },
    }),
    '/api/public/v1/districts': open('listDistricts', '区县和各自现行的计划', {
      responses: answers('orTable', 'DistrictList', ['invalid', ...always]),
    }),
  };
}
