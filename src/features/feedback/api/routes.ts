import 'server-only';
import { writeCsv } from '#platform/csv.ts';
import { problem } from '#platform/problem.ts';
import { publicQuery } from '#platform/public-query.ts';
import { takeOpenPoint } from '#platform/rate-limit.ts';
import { publicScope } from '#platform/scope.ts';
import { loadRanking } from '../queries/load-cells.ts';
import { rankingsQuery } from '../schema.ts';
import { presentRanking, rankingRows } from './present-ranking.ts';

const wantsCsv = (request: Request) => /(^|[,\s])text\/csv\b/i.test(request.headers.get('accept') ?? '');

/** `GET /api/public/v1/rankings?district&year`: agencies by their enterprises' ratings, whole cells only, as JSON or CSV. */
export const getRankings = publicQuery({
  name: 'ranking.open',
  limit: takeOpenPoint,
  input: rankingsQuery,
  query: async (asked, request) => {
    const shown = await loadRanking(publicScope({ type: 'public' }), asked);
    if (!shown) return problem('notFound', { detail: '没有这个区县' });
    if (!wantsCsv(request)) return { status: 200, body: presentRanking(shown) };
    const { heads, rows } = rankingRows(shown);
    return { status: 200, body: {}, text: { type: 'text/csv; charset=utf-8', content: writeCsv(heads, rows) } };
  },
});
