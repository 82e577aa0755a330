import { always, answers, queryParameters, shape } from '#platform/openapi.ts';
import { openRulesQuery } from '../schema.ts';

const { text, day, list, object } = shape;
const source = object({ instrument: text, locator: text });

/** Schemas of what the route of rules answers. */
export const rulesAnswers = {
  RuleBook: object({
    ...{ district: text, districtName: text, policy: text, from: day },
    rules: list(object({ id: text, title: text, sentence: text, applies: text, value: text, source })),
    values: list(object({ key: text, title: text, say: text, value: {}, note: text, source })),
  }),
};

/** The route of rules: open data as JSON, or as a table for `Accept: text/csv`. */
export const describeRules = (): object => ({
  '/api/public/v1/rules': {
    get: {
      ...{
        operationId: 'getRules',
        summary: '一个区县现行的规则、时限和数值，各带依据',
        security: [],
        parameters: queryParameters(openRulesQuery),
      },
      responses: answers('orTable', 'RuleBook', ['invalid', 'notFound', ...always]),
    },
  },
});
