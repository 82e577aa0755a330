import 'server-only';
import { apiQuery } from '#platform/api-route.ts';
import { problem } from '#platform/problem.ts';
import { publicQuery } from '#platform/public-query.ts';
import { takeOpenPoint } from '#platform/rate-limit.ts';
import { agencyScope, publicScope } from '#platform/scope.ts';
import { listOpenMatters } from '../queries/list-open-matters.ts';
import { listPlans } from '../queries/list-plans.ts';
import { listEntries, loadPlanHead } from '../queries/load-plan.ts';
import { loadWholePlan } from '../queries/load-plan-page.ts';
import { noQuery, openDistrictQuery, openPlanQuery, ownPlanQuery } from '../schema.ts';
import { wantsCsv, writeDistrictsCsv, writeMattersCsv } from './open-data-csv.ts';
import { writePlanCsv } from './plan-csv.ts';
import { presentDistrict, presentOwnPlan, presentPlan } from './present-plan.ts';

const everybody = publicScope({ type: 'public' });
const csv = (content: string) => ({ status: 200, body: {}, text: { type: 'text/csv; charset=utf-8', content } });
const noPlan = '没有这个区县、年度或版次的计划';

/** `GET /api/public/v1/plans?district&year&version`: a whole version, the one in force unless another is named. */
export const getOpenPlan = publicQuery({
  name: 'plan.open',
  limit: takeOpenPoint,
  input: openPlanQuery,
  query: async (which, request) => {
    const plan = await loadWholePlan(everybody, which);
    if (!plan) return problem('notFound', { detail: noPlan });
    return wantsCsv(request) ? csv(writePlanCsv(plan)) : { status: 200, body: presentPlan(plan) };
  },
});

/** `GET /api/public/v1/matters?district`: the catalogue in force. */
export const getOpenMatters = publicQuery({
  name: 'matter.open',
  limit: takeOpenPoint,
  input: openDistrictQuery,
  query: async ({ district }, request) => {
    const items = await listOpenMatters(everybody, district);
    if (!items) return problem('notFound', { detail: '没有这个区县' });
    return wantsCsv(request) ? csv(writeMattersCsv(district, items)) : { status: 200, body: { district, items } };
  },
});

/** `GET /api/public/v1/districts`: the districts, and which plans each has in force. */
export const getOpenDistricts = publicQuery({
  name: 'district.open',
  limit: takeOpenPoint,
  input: noQuery,
  query: async (_nothing, request) => {
    const districts = await listPlans(everybody);
    return wantsCsv(request) ? csv(writeDistrictsCsv(districts)) : { status: 200, body: { items: districts.map(presentDistrict) } };
  },
});

/** `GET /api/v1/matters`: the catalogue of the key's district. */
export const listMatters = apiQuery({
  name: 'matter.list',
  permission: 'matter.list',
  scope: agencyScope,
  from: 'address',
  input: noQuery,
  query: (scope) => listOpenMatters(scope, scope.districtCode),
  respond: (items) => ({ status: 200, body: { items } }),
});

/** `GET /api/v1/plans/{year}`: the entries in force that the key's agency takes part in, with the places left. */
export const getOwnPlan = apiQuery({
  name: 'plan.view',
  permission: 'plan.view',
  scope: agencyScope,
  from: 'address',
  input: ownPlanQuery,
  missing: '这个年度还没有公示计划',
  query: async (scope, { year }) => {
    const head = await loadPlanHead(scope, { district: scope.districtCode, year });
    return head && { head, entries: await listEntries(scope, head, { filter: { agency: scope.agencyCode } }) };
  },
  respond: (plan) => ({ status: 200, body: presentOwnPlan(plan) }),
});
