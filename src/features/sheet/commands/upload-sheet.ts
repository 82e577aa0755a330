import 'server-only';
import { dayOf, yearOf } from '#domain/calendar/local-day.ts';
import { filerOf } from '#features/filing/commands/keep-draft.ts';
import type { Command } from '#platform/command.ts';
import { hashText, newId } from '#platform/entropy.ts';
import { enqueue } from '#platform/jobs.ts';
import { invalid, type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { UploadedSheet } from '../schema.ts';

/** Keeps a file as it came and queues its reading: nothing of it is opened here. */
export async function uploadSheet(
  { tx, scope, now, record }: Command<AgencyScope>,
  { year, name, bytes }: UploadedSheet,
): Promise<Outcome<{ sheet: string }>> {
  const thisYear = yearOf(dayOf(now));
  if (year !== thisYear && year !== thisYear + 1) return invalid({ year: ['只能申报本年度和下一年度'] });
  const { districtCode, agencyCode } = scope;
  const [id, sha256] = [newId(), hashText(bytes)];
  const place = { districtCode, agencyCode, year, receivedById: filerOf(scope).id };
  await tx.sheetImport.create({ data: { id, ...place, fileName: name, sha256, size: bytes.length, bytes, status: 'received' } });
  await enqueue(tx, 'sheet-read', { sheet: id, districtCode });
  record('sheet.uploaded', id, { year, fileName: name, sha256, size: bytes.length });
  return ok({ sheet: id });
}
