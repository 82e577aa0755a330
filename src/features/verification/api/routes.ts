import 'server-only';
import { problem } from '#platform/problem.ts';
import { publicQuery } from '#platform/public-query.ts';
import { takeCodePoint } from '#platform/rate-limit.ts';
import { loadCode } from '../queries.ts';
import { presentCode } from './present-code.ts';

/** `GET /api/public/v1/codes/{publicCode}`: what the page behind the code shows. */
export const getCode = publicQuery({
  name: 'code.check',
  limit: takeCodePoint,
  query: async ({ publicCode = '' }) => {
    const view = await loadCode(publicCode);
    return view.state === 'unknown' ? problem('notFound', presentCode(view)) : { status: 200, body: presentCode(view) };
  },
});
