import { describeApi } from '#features/filing/api/openapi.ts';
import { answerOpenly } from '#platform/public-query.ts';

export const dynamic = 'force-dynamic';

/** The API's description: OpenAPI 3.1. */
export function GET(): Promise<Response> {
  return answerOpenly('openapi', describeApi);
}
