import { always, answers, queryParameters, shape } from '#platform/openapi.ts';
import { rankingsQuery } from '../schema.ts';

const { text, whole, orNull, list, object } = shape;
const share = { type: 'number', minimum: 0, maximum: 1 };
const month = { type: 'string', pattern: '^\\d{4}-\\d{2}$' };

/** Schemas of what the routes of ratings answer. */
export const feedbackAnswers = {
  Rankings: object({
    ...{
      district: text,
      year: whole,
      formula: text,
      smallestCell: whole,
      priorWeight: whole,
      prior: orNull(share),
      n: whole,
      unanswered: whole,
    },
    items: list(
      object({
        ...{
          agency: text,
          name: text,
          rank: whole,
          n: whole,
          satisfied: whole,
          unanswered: whole,
          responseRate: share,
          share,
          score: share,
        },
        ...{ low: share, high: share, from: month, to: month },
      }),
    ),
  }),
};

/** The public route of rankings: JSON, or a table for `Accept: text/csv`. */
export function describeFeedback(): object {
  return {
    '/api/public/v1/rankings': {
      get: {
        ...{
          operationId: 'listRankings',
          summary: '单位满意率排名，满最少份数才公布',
          security: [],
          parameters: queryParameters(rankingsQuery),
        },
        responses: answers('orTable', 'Rankings', ['invalid', 'notFound', ...always]),
      },
    },
  };
}
