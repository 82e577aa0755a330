import 'server-only';
import { beforeRating, mayKnowRating, ratingStatuses, type StatusReader } from '#domain/inspection/shown-status.ts';
import { Prisma } from './db.ts';

/** A status column as a reader may know it, as text: who rated is the office's alone. */
export function shownStatusSql(reader: StatusReader, column = 'filing.status'): Prisma.Sql {
  const status = Prisma.raw(column);
  if (mayKnowRating(reader)) return Prisma.sql`${status}::text`;
  const hidden = Prisma.raw(`(${ratingStatuses.map((each) => `'${each}'`).join(', ')})`);
  return Prisma.sql`CASE WHEN ${status} IN ${hidden} THEN ${Prisma.raw(`'${beforeRating}'`)} ELSE ${status}::text END`;
}
