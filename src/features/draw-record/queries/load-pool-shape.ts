import 'server-only';
import { type ExclusionReason, exclusionReasons, type FrozenRecord } from '#domain/draw/record.ts';
import { db, Prisma } from '#platform/db.ts';

export type ShapeRow = {
  readonly entry: number;
  /** size, risk or stratum. */
  readonly by: string;
  readonly group: string;
  readonly candidates: number;
  /** The whole weight of the group: its share of the tickets of its entry. */
  readonly weight: number;
  readonly drawn: number;
};
export type ExcludedRow = { readonly entry: number; readonly uscc: string; readonly name: string; readonly reason: ExclusionReason };
/** What a frozen record holds beside its long lists, and what the long lists come to. */
export type PoolShape = {
  readonly head: Pick<FrozenRecord, 'entries' | 'parties' | 'hours' | 'policy' | 'targetsPerOfficer' | 'inspectors' | 'inspectorsExcluded'>;
  /** Empty for a pool too large to be counted while somebody waits. */
  readonly groups: readonly ShapeRow[];
  readonly excludedBy: readonly { readonly entry: number; readonly reason: ExclusionReason; readonly count: number }[];
  /** The first of them, with names. */
  readonly excluded: readonly ExcludedRow[];
  readonly recused: number;
};

const largest = 50_000;
/** More text of the excluded than this is counted by reason in the text, and not listed: to parse it is not an anonymous page's to ask. */
const largestExcluded = 4_000_000;
const excludedShown = 200;
const kept = 40;
/** A frozen record never changes: what it comes to is counted once, for those drawn once more. */
const counted = new Map<string, Promise<PoolShape>>();

async function countGroups(drawId: string): Promise<ShapeRow[]> {
  return db().$queryRaw<ShapeRow[]>(Prisma.sql`
    WITH subject AS (SELECT each ->> 'id' AS uscc, (each ->> 'weight')::int AS weight, each ->> 'stratum' AS stratum, part::int AS entry
        FROM draw_record, jsonb_array_elements(frozen::jsonb -> 'subjects') each, jsonb_array_elements_text(each -> 'entries') part WHERE draw_id = ${drawId}::uuid),
      drawn AS (SELECT target ->> 'id' AS uscc, (place - 1)::int AS entry FROM draw_result,
        jsonb_array_elements(result::jsonb -> 'outcomes') WITH ORDINALITY AS outcome (one, place), jsonb_array_elements(one -> 'targets') target WHERE draw_id = ${drawId}::uuid),
      told AS (SELECT subject.entry, subject.weight, drawn.uscc IS NOT NULL AS is_drawn, firm.size, firm.risk::text AS risk, stratum
        FROM subject JOIN draw ON draw.id = ${drawId}::uuid LEFT JOIN enterprise firm ON firm.district_code = draw.district_code AND firm.uscc = subject.uscc
        LEFT JOIN drawn ON drawn.uscc = subject.uscc AND drawn.entry = subject.entry)
    SELECT entry, by, "group", count(*)::int AS candidates, sum(weight)::int AS weight, count(*) FILTER (WHERE is_drawn)::int AS drawn
    FROM told, LATERAL (VALUES ('size', coalesce(size, '')), ('risk', coalesce(risk, '')), ('stratum', stratum)) kind (by, "group")
    WHERE by <> 'stratum' OR "group" <> '' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
}

// The record is canonical, its keys are in order: no text value can hold these marks, because quotes in it are escaped.
const excludedAt = Prisma.sql`strpos(frozen, ',"excluded":[')`;
const formatAt = Prisma.sql`strpos(frozen, ',"format":"ningqi-draw/1"')`;
const subjectsAt = Prisma.sql`strpos(frozen, ',"subjects":[')`;
const excludedText = Prisma.sql`substr(frozen, ${excludedAt} + 12, ${formatAt} - ${excludedAt} - 12)`;
/** The record without its two long lists, cut out of the text. */
const headText = Prisma.sql`left(frozen, ${excludedAt} - 1) || substr(frozen, ${formatAt}, ${subjectsAt} - ${formatAt})
  || ',"targetsPerOfficer":' || substring(right(frozen, 40) from '"targetsPerOfficer":([0-9]+)\\}$') || '}'`;

/** By reason only, counted in the text: every one of them ends so, and nothing else does. */
function countLong(drawId: string) {
  return db().$queryRaw<PoolShape['excludedBy'][number][]>(Prisma.sql`
    SELECT 0 AS entry, reason, ((length(text) - length(replace(text, needle, ''))) / length(needle))::int AS count
    FROM (SELECT ${excludedText} AS text FROM draw_record WHERE draw_id = ${drawId}::uuid) part, unnest(${[...exclusionReasons]}::text[]) reason,
      LATERAL (SELECT '"reason":"' || reason || '"}' AS needle) mark
    WHERE strpos(text, needle) > 0 ORDER BY 3 DESC, 2`);
}

async function countExcluded(drawId: string) {
  const [size] = await db().$queryRaw<{ isLong: boolean }[]>(
    Prisma.sql`SELECT ${formatAt} - ${excludedAt} > ${largestExcluded}::int AS "isLong" FROM draw_record WHERE draw_id = ${drawId}::uuid`,
  );
  if (size?.isLong) return { by: await countLong(drawId), rows: [] };
  const [by, rows] = await Promise.all([
    db().$queryRaw<PoolShape['excludedBy'][number][]>(Prisma.sql`
      SELECT (each ->> 'entry')::int AS entry, each ->> 'reason' AS reason, count(*)::int AS count
      FROM draw_record, jsonb_array_elements((${excludedText})::jsonb) each WHERE draw_id = ${drawId}::uuid GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`),
    db().$queryRaw<ExcludedRow[]>(Prisma.sql`
      SELECT (each ->> 'entry')::int AS entry, each ->> 'id' AS uscc, coalesce(firm.name, '') AS name, each ->> 'reason' AS reason
      FROM draw_record JOIN draw ON draw.id = draw_id, jsonb_array_elements((${excludedText})::jsonb) each
      LEFT JOIN LATERAL (SELECT name FROM enterprise WHERE district_code = draw.district_code AND uscc = each ->> 'id') firm ON TRUE
      WHERE draw_id = ${drawId}::uuid ORDER BY 1, 4, 2 LIMIT ${excludedShown}`),
  ]);
  return { by, rows };
}

async function countShape(drawId: string, subjects: number): Promise<PoolShape> {
  const [heads, groups, excluded] = await Promise.all([
    db().$queryRaw<{ head: PoolShape['head'] }[]>(Prisma.sql`
      SELECT (${headText})::json AS head FROM draw_record WHERE draw_id = ${drawId}::uuid`),
    subjects > largest ? [] : countGroups(drawId),
    countExcluded(drawId),
  ]);
  const [row] = heads;
  if (!row) throw new Error(`draw ${drawId} has no frozen record`);
  const recused = row.head.inspectors.filter((one) => one.recused.length > 0).length;
  return { head: row.head, groups, excludedBy: excluded.by, excluded: excluded.rows, recused };
}

/** What the frozen record of a draw comes to; counted again only when its result has come. */
export function loadPoolShape(draw: { readonly id: string; readonly subjects: number; readonly isDrawn: boolean }): Promise<PoolShape> {
  const key = `${draw.id} ${draw.isDrawn}`;
  const known = counted.get(key) ?? countShape(draw.id, draw.subjects);
  known.catch(() => counted.delete(key));
  counted.delete(key);
  counted.set(key, known);
  for (const oldest of counted.keys()) if (counted.size > kept) counted.delete(oldest);
  return known;
}
