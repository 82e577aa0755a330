import { replacementReasons, voidReasons } from '#domain/draw/lifecycle.ts';
import { always, answers, inPath, keyed, queryParameters, shape } from '#platform/openapi.ts';
import { openDrawsQuery, ownDrawsQuery, publicStatuses } from '../schema.ts';

const { text, whole, truth, instant, orNull, list, object } = shape;
const status = { type: 'string', enum: publicStatuses };
const url = { type: 'string', format: 'uri' };

const row = {
  ...{ id: text, district: text, no: text, year: whole, serial: whole, status, computable: truth, agency: text, titles: list(text) },
  ...{ subjects: orNull(whole), sample: whole, poolHash: orNull(text) },
  ...{ frozenAt: orNull(instant), publishedAt: orNull(instant), voidedAt: orNull(instant) },
};
const party = object({ agency: text, commitment: orNull(text), reveal: orNull(text), withheld: truth });
const outcome = object({
  ...{ entry: text, position: whole, enterprise: object({ uscc: text, name: text }) },
  officers: list(object({ name: text, credential: orNull(text) })),
  ...{ replacedAt: orNull(instant), replacedReason: orNull({ type: 'string', enum: replacementReasons }) },
});

/** Schemas of what the routes of draws answer. */
export const drawAnswers = {
  DrawList: object({ found: whole, page: whole, pages: whole, items: list(object(row)) }),
  Draw: object({
    ...{ id: text, district: text, no: text, status, format: orNull(text), agency: text, url, record: orNull(url), result: orNull(url) },
    ...{ poolHash: orNull(text), resultHash: orNull(text), seed: orNull(text) },
    ...{ frozenAt: orNull(instant), objectionEnd: orNull(instant), publishedAt: orNull(instant) },
    void: orNull(object({ at: instant, reason: { type: 'string', enum: voidReasons }, note: text })),
    entries: list(object({ no: text, title: text, sample: whole })),
    rounds: list(object({ no: whole, openedAt: instant, failedAt: orNull(instant), parties: list(party) })),
    objections: list(object({ no: whole, text, raisedAt: instant, upheld: orNull(truth), answer: orNull(text) })),
    outcomes: list(outcome),
  }),
};

const open = (operationId: string, summary: string, rest: object) => ({ get: { operationId, summary, security: [], ...rest } });

/** The routes of draws: open data as JSON, or as a table for `Accept: text/csv`. */
export function describeDraws(): object {
  return {
    '/api/v1/draws': {
      get: {
        ...{ operationId: 'listDraws', summary: '本区县公开的抽取', parameters: queryParameters(ownDrawsQuery) },
        responses: answers(200, 'DrawList', keyed),
      },
    },
    '/api/public/v1/draws': open('listOpenDraws', '公开的抽取，最近的在前', {
      ...{ parameters: queryParameters(openDrawsQuery), responses: answers('orTable', 'DrawList', ['invalid', ...always]) },
    }),
    '/api/public/v1/draws/{draw}': open('getOpenDraw', '一次抽取的经过、指纹和结果', {
      parameters: [inPath('draw', '区划代码-年度-序号，例如 431103-2026-12')],
      responses: answers('orTable', 'Draw', ['invalid', 'notFound', ...always]),
    }),
  };
}
