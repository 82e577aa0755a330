import 'server-only';
import { isoOf } from '#domain/calendar/iso.ts';
import { apiRoute } from '#platform/api-route.ts';
import { publicQuery } from '#platform/public-query.ts';
import { takeOpenPoint } from '#platform/rate-limit.ts';
import { agencyScope, publicScope } from '#platform/scope.ts';
import { reportFindings } from '../commands/note-finding.ts';
import { listResults, type ResultRow } from '../queries/list-results.ts';
import { findingsCall, openResultsQuery } from '../schema.ts';
import { writeResultsCsv } from './results-csv.ts';

/** `POST /api/v1/filings/{filingNo}/findings`: what was found of the agency's own matters. */
export const postFindings = apiRoute({
  name: 'finding.record',
  permission: 'finding.record',
  scope: agencyScope,
  input: findingsCall,
  missing: '本单位没有这件备案',
  command: reportFindings,
  respond: ({ filing, filingNo, numbers, complete }) => ({ status: 201, body: { id: filing, filingNo, findings: numbers, complete } }),
});

const wantsCsv = (request: Request) => /(^|[,\s])text\/csv\b/i.test(request.headers.get('accept') ?? '');

function present({ publishedAt, withdrawnAt, leftAt, ...row }: ResultRow): object {
  return { ...row, leftAt: leftAt && isoOf(leftAt), publishedAt: isoOf(publishedAt), withdrawnAt: withdrawnAt && isoOf(withdrawnAt) };
}

/** `GET /api/public/v1/results?district&agency&q&page`: published results, the latest first. */
export const getOpenResults = publicQuery({
  name: 'result.openList',
  limit: takeOpenPoint,
  input: openResultsQuery,
  query: async (query, request) => {
    const { rows, found, page, pages } = await listResults(publicScope({ type: 'public' }), query);
    if (wantsCsv(request)) return { status: 200, body: {}, text: { type: 'text/csv; charset=utf-8', content: writeResultsCsv(rows) } };
    return { status: 200, body: { found, page, pages, items: rows.map(present) } };
  },
});
