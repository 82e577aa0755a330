import 'server-only';
import type { z } from 'zod';
import type { Verdict } from '#domain/law/verdict.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { statements } from '#platform/statements.ts';
import type { entryCheckBody } from '../schema.ts';
import { judgeRequest } from './judge-request.ts';

/** Judges a request of the API without storing anything; `asOf` replaces the clock. Null: the district has no such enterprise. */
export async function checkEntry(scope: AgencyScope, { asOf, ...body }: z.output<typeof entryCheckBody>): Promise<Verdict | null> {
  const approval = body.approval && { ...body.approval, isFiler: false, isDeclared: true };
  const judged = await judgeRequest(statements(), scope, { request: { ...body, lead: scope.agencyCode, approval }, asOf });
  return judged?.verdict ?? null;
}
