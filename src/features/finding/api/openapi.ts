import { findingResults, followUps } from '#domain/finding/codes.ts';
import { always, answers, inPath, queryParameters, ref, schemaOf, shape, written } from '#platform/openapi.ts';
import { findingsBody, openResultsQuery } from '../schema.ts';

const { text, whole, truth, instant, orNull, list, object } = shape;
const finding = object({ matter: text, result: { type: 'string', enum: findingResults }, followUp: { type: 'string', enum: followUps } });

/** Schemas of what the routes of results take and answer. */
export const findingAnswers = {
  FindingsBody: schemaOf(findingsBody),
  Findings: object({ id: text, filingNo: text, findings: list(text), complete: truth }),
  ResultList: object({
    ...{ found: whole, page: whole, pages: whole },
    items: list(
      object({
        ...{
          filingNo: text,
          district: text,
          districtName: text,
          agency: text,
          agencyName: text,
          uscc: orNull(text),
          enterprise: orNull(text),
        },
        ...{ leftAt: orNull(instant), publishedAt: instant, findings: list(finding), withdrawnAt: orNull(instant), withdrawnReason: text },
      }),
    ),
  }),
};

const example = { findings: [{ matter: 'amr-003', checked: true, result: 'nothingFound', followUp: 'none' }] };
const idempotencyKey = {
  ...{ name: 'Idempotency-Key', in: 'header', required: true, description: 'Made anew for each call.' },
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,200}$' },
};

/** The routes of results: findings reported by an agency's own system, and what is published as open data. */
export function describeFindings(): object {
  return {
    '/api/v1/filings/{filingNo}/findings': {
      post: {
        operationId: 'recordFindings',
        summary: '录入本单位各事项的检查结果；告知书发出以前可以更正',
        parameters: [inPath('filingNo', '备案编号（百分号编码）或 id'), idempotencyKey],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: ref('FindingsBody'), examples: { one: { value: example } } } },
        },
        responses: answers(201, 'Findings', ['idempotencyKeyMissing', 'idempotencyKeyReused', 'stale', ...written]),
      },
    },
    '/api/public/v1/results': {
      get: {
        ...{ operationId: 'listOpenResults', summary: '公示的检查结果，最近的在前', security: [] },
        ...{ parameters: queryParameters(openResultsQuery), responses: answers('orTable', 'ResultList', ['invalid', ...always]) },
      },
    },
  };
}
