import 'server-only';
import { notFound } from 'next/navigation';
import { isPermitted } from '#domain/access/permissions.ts';
import { runCommand } from '#platform/command.ts';
import { requestId } from '#platform/request.ts';
import { requireOffice } from '#platform/session.ts';
import { exportLines } from '../commands/export-lines.ts';
import { lineFilter, yearOfPath } from '../schema.ts';
import { streamWorkbook } from './lines-workbook.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The year's lines under the filters of the address as a workbook, for the office; each copy taken is recorded. */
export async function answerLinesFile(request: Request, segment: string): Promise<Response> {
  const scope = await requireOffice();
  const year = yearOfPath(segment);
  if (year === null || !isPermitted(scope.actor.role, 'review.view')) notFound();
  const filter = lineFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const origin = { actor: scope.actor, requestId: await requestId(), districtCode: scope.districtCode };
  const outcome = await runCommand({ scope, origin, command: (context) => exportLines(context, { year, filter }) });
  if (!outcome.ok) notFound();
  const name = encodeURIComponent(`${year}年度申报行.xlsx`);
  return new Response(streamWorkbook(outcome.value), {
    headers: {
      'content-type': workbookType,
      'content-disposition': `attachment; filename="lines-${year}.xlsx"; filename*=UTF-8''${name}`,
      'cache-control': 'private, no-store',
    },
  });
}
