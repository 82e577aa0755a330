import 'server-only';
import type { Permission } from '#domain/access/permission.ts';
import { isPermitted } from '#domain/access/permissions.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';

export const drawNeeds = ['freeze', 'answer', 'commit', 'reveal', 'number', 'run', 'publish', 'retry'] as const;
export type DrawNeed = (typeof drawNeeds)[number];

/** A draw in which this person has to act now. */
export type DrawTask = {
  readonly id: string;
  readonly no: string | null;
  readonly title: string;
  readonly agency: string;
  readonly need: DrawNeed;
  /** Until when, where there is a deadline. */
  readonly due: Date | null;
};

const permissionOf: Readonly<Record<DrawNeed, Permission>> = {
  freeze: 'draw.freeze',
  answer: 'draw.answer',
  commit: 'draw.commit',
  reveal: 'draw.reveal',
  number: 'draw.number',
  run: 'draw.run',
  publish: 'draw.publish',
  retry: 'draw.retry',
};

type Place = { readonly districtCode: string; readonly agencyCode: string; readonly userId: string; readonly isOffice: boolean };

/** Every need of every draw under way, with when it is due; each named once a draw. */
const needsSql = ({ agencyCode, userId, isOffice }: Place) => Prisma.sql`
  (VALUES ('freeze', draw.status = 'prepared' AND draw.agency_code = ${agencyCode}, NULL::timestamptz),
    ('answer', ${isOffice} AND draw.status = 'frozen' AND EXISTS (SELECT FROM draw_objection WHERE draw_id = draw.id AND answered_at IS NULL),
      (SELECT objection_end FROM draw_record WHERE draw_id = draw.id)),
    ('commit', draw.status = 'frozen' AND round.failed_at IS NULL AND party.agency_code IS NOT NULL AND party.commitment IS NULL, round.commit_end),
    ('reveal', draw.status = 'committed' AND round.failed_at IS NULL AND party.commitment IS NOT NULL AND party.reveal IS NULL, round.reveal_end),
    ('number', (${isOffice} OR draw.agency_code = ${agencyCode}) AND draw.status = 'committed' AND draw.number IS NULL
      AND (draw.public_number ->> 'at')::timestamptz <= now() AND NOT EXISTS (SELECT FROM draw_number WHERE draw_id = draw.id AND by_id = ${userId}::uuid), NULL),
    ('run', draw.status = 'revealed' AND draw.agency_code = ${agencyCode}, NULL),
    ('publish', ${isOffice} AND draw.status = 'drawn', NULL),
    ('retry', ${isOffice} AND draw.status = 'frozen' AND round.failed_at IS NOT NULL, NULL)) AS given (need, asked, due)`;

const tasksSql = (place: Place, needs: readonly DrawNeed[]) => Prisma.sql`
  SELECT draw.id, draw.no, agency.short_name AS agency, need, due, coalesce((SELECT string_agg(entry.title, '、' ORDER BY part.position)
      FROM draw_entry part JOIN plan_entry entry ON entry.id = part.plan_entry_id WHERE part.draw_id = draw.id), '') AS title
  FROM draw JOIN agency ON agency.code = draw.agency_code
  LEFT JOIN LATERAL (SELECT * FROM draw_round WHERE draw_round.draw_id = draw.id ORDER BY draw_round.no DESC LIMIT 1) round ON TRUE
  LEFT JOIN draw_party party ON party.draw_id = draw.id AND party.round = round.no AND party.agency_code = ${place.agencyCode},
  LATERAL ${needsSql(place)}
  WHERE draw.district_code = ${place.districtCode} AND draw.status NOT IN ('published', 'void') AND asked AND need = ANY (${[...needs]}::text[])
  ORDER BY due NULLS LAST, draw.prepared_at, draw.id LIMIT 30`;

/** What this person has to do in draws now, what is due first on top. */
export async function loadDrawTasks({ kind, districtCode, agencyCode, actor }: AgencyScope | OfficeScope): Promise<DrawTask[]> {
  if (actor.type !== 'user') return [];
  const needs = drawNeeds.filter((need) => isPermitted(actor.role, permissionOf[need]));
  return db().$queryRaw<DrawTask[]>(tasksSql({ districtCode, agencyCode, userId: actor.id, isOffice: kind === 'office' }, needs));
}
