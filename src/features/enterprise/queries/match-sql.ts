import 'server-only';
import { normaliseText } from '#domain/enterprise/normal-text.ts';
import { Prisma } from '#platform/db.ts';

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Latin letters and digits: a spelling or a code. Fewer than three begin the name, because no index finds two letters anywhere. */
function spelledSql(letters: string): Prisma.Sql {
  const low = letters.toLowerCase();
  const like = letters.length < 3 ? `${low}%` : `%${low}%`;
  const code = letters.length < 3 ? Prisma.empty : Prisma.sql`OR enterprise.uscc LIKE ${`%${letters.toUpperCase()}%`}`;
  return Prisma.sql`OR enterprise.pinyin LIKE ${like} OR enterprise.initials LIKE ${like} ${code}`;
}

/** Whether the words are in an enterprise's name, its code, its pinyin or their initials; brackets count in either width. */
export function matchSql(q: string): Prisma.Sql {
  const words = normaliseText(q);
  const narrow = `%${escapeLike(words)}%`;
  const wide = narrow.replaceAll('(', '（').replaceAll(')', '）');
  const named = wide === narrow ? Prisma.empty : Prisma.sql`OR enterprise.name ILIKE ${wide}`;
  const letters = words.replace(/[\s']/g, '');
  const spelled = /^[a-z0-9]+$/i.test(letters) ? spelledSql(letters) : Prisma.empty;
  return Prisma.sql`(enterprise.name ILIKE ${narrow} ${named} ${spelled})`;
}

/** Enterprises that stand for themselves: one that was found to be another is never shown, drawn or filed for. */
export const standingSql = Prisma.sql`enterprise.merged_into_id IS NULL`;
