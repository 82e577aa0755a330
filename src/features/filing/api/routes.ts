import 'server-only';
import { apiQuery, apiRoute } from '#platform/api-route.ts';
import { publicQuery } from '#platform/public-query.ts';
import { agencyScope } from '#platform/scope.ts';
import { presentVerdict } from '#platform/verdict-json.ts';
import { checkEntry } from '../commands/check-entry.ts';
import { fileBatch } from '../commands/file-batch.ts';
import { fileInspection } from '../commands/file-inspection.ts';
import { withdrawFiling } from '../commands/withdraw-filing.ts';
import { loadApiFiling, loadApiFilings } from '../queries/load-api-filings.ts';
import { batchInput } from './batch-schema.ts';
import { describeApi } from './openapi.ts';
import { presentBatchItem } from './present-batch.ts';
import { presentFiling, presentFilingWithVerdict, presentSettled } from './present-filing.ts';
import { encodeCursor, entryCheckInput, filingInput, filingListQuery, filingName, withdrawalCall } from './schema.ts';

const noEnterprise = '本区县没有这个统一社会信用代码的企业';

/** `POST /api/v1/entry-checks`: judges, stores nothing. */
export const postEntryCheck = apiQuery({
  name: 'entry.check',
  permission: 'entry.check',
  scope: agencyScope,
  from: 'body',
  input: entryCheckInput,
  missing: noEnterprise,
  query: checkEntry,
  respond: (verdict) => ({ status: 200, body: { verdict: presentVerdict(verdict) } }),
});

/** `POST /api/v1/filings`: judges and files. */
export const postFiling = apiRoute({
  name: 'filing.file',
  permission: 'filing.file',
  scope: agencyScope,
  input: filingInput,
  missing: noEnterprise,
  command: fileInspection,
  respond: (settled) => ({ status: 201, body: presentSettled(settled) }),
});

/** `POST /api/v1/filings/batch`: judges and files each of up to two hundred alone, and answers in their order. */
export const postFilingBatch = apiRoute({
  name: 'filing.fileBatch',
  permission: 'filing.file',
  scope: agencyScope,
  mostBytes: 512 * 1024,
  input: batchInput,
  command: fileBatch,
  respond: (answers) => ({ status: 207, body: { items: answers.map(presentBatchItem) } }),
});

/** `POST /api/v1/filings/{filingNo}/withdrawal`: the visit does not take place; what it took is free again. */
export const postWithdrawal = apiRoute({
  name: 'filing.callOff',
  permission: 'filing.withdraw',
  scope: agencyScope,
  input: withdrawalCall,
  command: withdrawFiling,
  respond: (withdrawn) => ({ status: 200, body: withdrawn }),
});

/** `GET /api/v1/filings/{filingNo}`: one of the agency's own or joined ones, by number or id. */
export const getFiling = apiQuery({
  name: 'filing.view',
  permission: 'filing.view',
  scope: agencyScope,
  from: 'address',
  input: filingName,
  query: (scope, { filingNo }) => loadApiFiling(scope, filingNo),
  respond: (filing) => ({ status: 200, body: presentFilingWithVerdict(filing) }),
});

/** `GET /api/v1/filings`: a page, and the cursor of the next one where there is more. */
export const listFilings = apiQuery({
  name: 'filing.list',
  permission: 'filing.list',
  scope: agencyScope,
  from: 'address',
  input: filingListQuery,
  query: async (scope, { cursor, limit, status, ...days }) => {
    const rows = await loadApiFilings(scope, { ...days, statuses: status, after: cursor, limit: limit + 1 });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit).map(presentFiling), nextCursor: last ? encodeCursor(last) : null };
  },
  respond: (page) => ({ status: 200, body: page }),
});

/** `GET /api/v1/openapi.json`: the API described by itself. */
export const getDescription = publicQuery({ name: 'openapi', query: async () => ({ status: 200, body: describeApi() }) });
