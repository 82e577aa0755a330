import 'server-only';
import { apiRoute } from '#platform/api-route.ts';
import { agencyScope } from '#platform/scope.ts';
import { presentVerdict } from '#platform/verdict-json.ts';
import { amendBySystem } from '../commands/amend-by-system.ts';
import { amendmentCall } from '../schema.ts';

/** `POST /api/v1/filings/{filingNo}/amendments`: judged anew and registered, or held for the office. */
export const postAmendment = apiRoute({
  name: 'amendment.register',
  permission: 'amendment.register',
  scope: agencyScope,
  input: amendmentCall,
  missing: '本单位没有牵头这件备案',
  command: amendBySystem,
  respond: ({ id, filing, status, no, verdict }) => ({ status: 201, body: { id, filing, status, no, verdict: presentVerdict(verdict) } }),
});
