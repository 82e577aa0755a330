import { amendmentAnswers, describeAmendments } from '#features/amendment/api/openapi.ts';
import { describeDraws, drawAnswers } from '#features/draw-record/api/openapi.ts';
import { describeFeedback, feedbackAnswers } from '#features/feedback/api/openapi.ts';
import { describeFindings, findingAnswers } from '#features/finding/api/openapi.ts';
import { describePlans, planAnswers } from '#features/plan/api/openapi.ts';
import { describeRules, rulesAnswers } from '#features/rules/api/openapi.ts';
import { describeVisits, visitAnswers } from '#features/visit/api/openapi.ts';
import { describeWebhooks, webhookAnswers } from '#features/webhook/api/openapi.ts';
import { always, answers, inPath, keyed, queryParameters, ref, requestIdHeader, schemaOf, written } from '#platform/openapi.ts';
import { batchShape } from './batch-schema.ts';
import { answerSchemas } from './openapi-answers.data.ts';
import { filingExample } from './openapi-example.data.ts';
import { entryCheckInput, filingInput, filingListQuery, withdrawalBody } from './schema.ts';

function bodyOf(schema: string, example: object): object {
  return { required: true, content: { 'application/json': { schema: ref(schema), examples: { annual: { value: example } } } } };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Made anew for each visit; the same key with the same body gives the same answer, however often it is sent.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,200}$' },
};

const entryChecks = () => ({
  post: {
    operationId: 'checkEntry',
    summary: '预判一次检查，不保存',
    requestBody: bodyOf('EntryCheckBody', filingExample),
    responses: answers(200, 'EntryCheck', written),
  },
});

const filings = () => ({
  post: {
    operationId: 'fileInspection',
    summary: '备案',
    parameters: [idempotencyKey],
    requestBody: bodyOf('FilingBody', filingExample),
    responses: answers(201, 'Settled', ['idempotencyKeyMissing', 'unlawful', 'idempotencyKeyReused', 'stale', ...written]),
  },
  get: {
    operationId: 'listFilings',
    summary: '本单位的备案，含参加的',
    parameters: queryParameters(filingListQuery),
    responses: answers(200, 'FilingPage', keyed),
  },
});

const filingBatch = () => ({
  post: {
    operationId: 'fileBatch',
    summary: '批量备案，最多 200 件，各自判定，答复与请求同序',
    parameters: [idempotencyKey],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: ref('FilingBatchBody'), examples: { annual: { value: { items: [filingExample] } } } } },
    },
    responses: answers(207, 'FilingBatch', ['idempotencyKeyMissing', 'idempotencyKeyReused', 'stale', ...written]),
  },
});

const oneFiling = () => ({
  get: {
    operationId: 'getFiling',
    summary: '一件备案，按编号或 id',
    parameters: [inPath('filingNo', '备案编号（百分号编码）或 id')],
    responses: answers(200, 'FilingWithVerdict', ['notFound', ...keyed]),
  },
});

const withdrawals = () => ({
  post: {
    operationId: 'withdrawFiling',
    summary: '撤回备案，不再入企',
    parameters: [inPath('filingNo', '备案编号（百分号编码）或 id'), idempotencyKey],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: ref('WithdrawalBody'), examples: { one: { value: { reason: '企业申请改期' } } } } },
    },
    responses: answers(200, 'Withdrawn', ['idempotencyKeyMissing', 'idempotencyKeyReused', 'stale', ...written]),
  },
});

const codes = () => ({
  get: {
    operationId: 'checkCode',
    summary: '查验一个码',
    security: [],
    parameters: [inPath('publicCode', '查验码，连字符和大小写不论')],
    responses: {
      ...answers(200, 'Code', always),
      404: { description: '查无备案', headers: requestIdHeader, content: { 'application/problem+json': { schema: ref('Code') } } },
    },
  },
});

const ownPaths = () => ({
  '/api/v1/entry-checks': entryChecks(),
  '/api/v1/filings': filings(),
  '/api/v1/filings/batch': filingBatch(),
  '/api/v1/filings/{filingNo}': oneFiling(),
  '/api/v1/filings/{filingNo}/withdrawal': withdrawals(),
  '/api/public/v1/codes/{publicCode}': codes(),
});

/** The paths that other slices describe. */
const otherPaths = () => ({
  ...describeAmendments(),
  ...describePlans(),
  ...describeRules(),
  ...describeDraws(),
  ...describeFeedback(),
  ...describeFindings(),
  ...describeVisits(),
});

/** The API described by itself: what it takes comes from the schemas that check it. */
export function describeApi(): object {
  return {
    openapi: '3.1.0',
    info: { title: '宁企通集成接口', version: '1', description: '各单位自有系统与宁企通互通，检查只录入一次。时间为带时区的 ISO 8601。' },
    security: [{ key: [] }],
    paths: { ...ownPaths(), ...otherPaths() },
    webhooks: describeWebhooks(),
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: '由安全管理员建立，只显示一次。' } },
      schemas: {
        FilingBody: schemaOf(filingInput),
        WithdrawalBody: schemaOf(withdrawalBody),
        FilingBatchBody: schemaOf(batchShape),
        EntryCheckBody: schemaOf(entryCheckInput),
        ...answerSchemas,
        ...amendmentAnswers,
        ...planAnswers,
        ...drawAnswers,
        ...webhookAnswers,
        ...rulesAnswers,
        ...feedbackAnswers,
        ...findingAnswers,
        ...visitAnswers,
      },
    },
  };
}
