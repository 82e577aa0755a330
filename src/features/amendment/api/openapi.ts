import { answers, inPath, ref, schemaOf, shape, written } from '#platform/openapi.ts';
import { amendmentFields } from '../schema.ts';

const { text, whole, orNull, object } = shape;
const example = {
  reason: '企业申请改期',
  start: '2027-01-25T09:00:00+08:00',
  end: '2027-01-25T11:30:00+08:00',
  approval: { by: 'DEMO-431103-U0018', at: '2027-01-20T10:00:00+08:00' },
};

/** Schemas of what the route takes and answers. */
export const amendmentAnswers = {
  AmendmentBody: schemaOf(amendmentFields),
  Amendment: object({
    ...{ id: text, filing: text, status: { type: 'string', enum: ['registered', 'held'] }, no: orNull(whole), verdict: ref('Verdict') },
  }),
};

/** The route by which an agency's own system changes a filing. */
export function describeAmendments(): object {
  return {
    '/api/v1/filings/{filingNo}/amendments': {
      post: {
        operationId: 'amendFiling',
        summary: '变更人员、时间、检查内容；重新判定，登记后编号和查验码不变',
        parameters: [
          inPath('filingNo', '备案编号（百分号编码）或 id'),
          {
            ...{ name: 'Idempotency-Key', in: 'header', required: true, description: 'Made anew for each change.' },
            schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,200}$' },
          },
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: ref('AmendmentBody'), examples: { moved: { value: example } } } },
        },
        responses: answers(201, 'Amendment', ['idempotencyKeyMissing', 'unlawful', 'idempotencyKeyReused', 'stale', ...written]),
      },
    },
  };
}
