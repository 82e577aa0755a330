import 'server-only';
import { apiQuery } from '#platform/api-route.ts';
import { env } from '#platform/env.ts';
import { problem } from '#platform/problem.ts';
import { publicQuery } from '#platform/public-query.ts';
import { takeOpenPoint } from '#platform/rate-limit.ts';
import { agencyScope, publicScope } from '#platform/scope.ts';
import { type DrawList, listPublicDraws } from '../queries/list-public-draws.ts';
import { loadPublicDraw } from '../queries/load-public-draw.ts';
import { openDrawAddress, openDrawsQuery, ownDrawsQuery } from '../schema.ts';
import { writeDrawCsv, writeDrawsCsv } from './draw-csv.ts';
import { presentDraw, presentRow } from './present-draw.ts';

const everybody = publicScope({ type: 'public' });
const csv = (content: string) => ({ status: 200, body: {}, text: { type: 'text/csv; charset=utf-8', content } });
const wantsCsv = (request: Request) => /(^|[,\s])text\/csv\b/i.test(request.headers.get('accept') ?? '');
const presentList = ({ rows, found, page, pages }: DrawList) => ({ found, page, pages, items: rows.map(presentRow) });

/** `GET /api/public/v1/draws?district&agency&status&year&page`: draws that are public, the latest first. */
export const getOpenDraws = publicQuery({
  name: 'draw.openList',
  limit: takeOpenPoint,
  input: openDrawsQuery,
  query: async (query, request) => {
    const list = await listPublicDraws(everybody, query);
    return wantsCsv(request) ? csv(writeDrawsCsv(list.rows)) : { status: 200, body: presentList(list) };
  },
});

/** `GET /api/public/v1/draws/{district}-{year}-{serial}`: one draw. */
export const getOpenDraw = publicQuery({
  name: 'draw.open',
  limit: takeOpenPoint,
  input: openDrawAddress,
  query: async ({ draw }, request) => {
    const shown = await loadPublicDraw(everybody, draw);
    if (!shown) return problem('notFound', { detail: '没有这次抽取' });
    return wantsCsv(request) ? csv(writeDrawCsv(shown)) : { status: 200, body: presentDraw(shown, env().NEXTAUTH_URL) };
  },
});

/** `GET /api/v1/draws?agency&status&year&page`: the draws of the key's district. */
export const listDraws = apiQuery({
  name: 'draw.view',
  permission: 'draw.view',
  scope: agencyScope,
  from: 'address',
  input: ownDrawsQuery,
  query: (scope, query) => listPublicDraws(scope, { ...query, district: scope.districtCode }),
  respond: (list) => ({ status: 200, body: presentList(list) }),
});
