import { answers, inPath, ref, schemaOf, shape, written } from '#platform/openapi.ts';
import { checkInBody, checkOutBody } from '../schema.ts';

const { text, list, object } = shape;

/** Schemas of what the steps of a visit take and answer. */
export const visitAnswers = {
  CheckInBody: schemaOf(checkInBody),
  CheckOutBody: schemaOf(checkOutBody),
  StepReceipt: object({ receipt: text, conflict: text, flags: list(text) }),
};

const idempotencyKey = {
  ...{ name: 'Idempotency-Key', in: 'header', required: true, description: 'Made anew for each step.' },
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,200}$' },
};

const step = (operationId: string, summary: string, body: { readonly schema: string; readonly example: object }) => ({
  post: {
    operationId,
    summary,
    parameters: [inPath('filingNo', '备案编号（百分号编码）或 id'), idempotencyKey],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: ref(body.schema), examples: { one: { value: body.example } } } },
    },
    responses: answers(200, 'StepReceipt', ['idempotencyKeyMissing', 'idempotencyKeyReused', 'stale', ...written]),
  },
});

/** The steps of a visit as an agency's own system reports them. */
export function describeVisits(): object {
  const at = '2027-01-22T09:02:00+08:00';
  return {
    '/api/v1/filings/{filingNo}/check-in': step('checkIn', '本单位入企签到', { schema: 'CheckInBody', example: { people: 2, at } }),
    '/api/v1/filings/{filingNo}/check-out': step('checkOut', '本单位离企签退', { schema: 'CheckOutBody', example: { at } }),
  };
}
