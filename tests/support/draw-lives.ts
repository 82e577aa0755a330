import { commitMessage } from '#domain/draw/messages.ts';
import { commitDraw, revealDraw } from '#features/draw/commands/commit-draw.ts';
import { computeDraw } from '#features/draw/commands/compute-draw.ts';
import { freezeDraw } from '#features/draw/commands/freeze-draw.ts';
import { prepareDraw } from '#features/draw/commands/prepare-draw.ts';
import { requestDraw } from '#features/draw/commands/run-draw.ts';
import { drawPreparation } from '#features/draw/schema.ts';
import { hashText, newId } from '#platform/entropy.ts';
import { type AgencyScope, type DrawScope, drawScope, type OfficeScope } from '#platform/scope.ts';
import { asOwner } from './api.ts';
import { agencyOf, officeOf, signIn, succeed } from './people.ts';
import { readOne } from './rows.ts';

/** The three parties of a district's draws, and the director. */
export type Cast = {
  readonly filer: AgencyScope;
  readonly office: OfficeScope;
  readonly witness: DrawScope;
  readonly director: OfficeScope;
};

/** The scope of a district's independent witness. */
export async function witnessOf(username: string): Promise<DrawScope> {
  const scope = drawScope((await signIn(username)).actor);
  if (!scope) throw new Error('no witness');
  return scope;
}

/** Everybody who takes part in a draw of 冷水滩; `filer` leads. */
export async function castOf(filer = 'shenleyu'): Promise<Cast> {
  const [lead, office, witness, director] = await Promise.all([
    agencyOf(filer),
    officeOf('luolin'),
    witnessOf('liuzhengyan'),
    officeOf('xiezhiyuan'),
  ]);
  return { filer: lead, office, witness, director };
}

type Placed = { readonly id: string; readonly no: string; readonly codes: string[] };
type NewEntry = { readonly agency: string; readonly quota?: number; readonly size?: number; readonly year?: number };
let entries = 0;

/** A plan entry in force that needs a draw: from tomorrow to the end of the year, its pool the first enterprises of the register. */
export async function placePooled({ agency, quota = 5, size = 30, year }: NewEntry): Promise<Placed> {
  const id = newId();
  const no = `9${String(process.pid % 1000).padStart(3, '0')}-${String(++entries).padStart(4, '0')}`;
  const row = await readOne<{ codes: string[] }>(
    `WITH plan AS (SELECT plan.* FROM plan WHERE district_code = left($1, 6) AND status = 'published'
        AND year = coalesce($6, extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')) LIMIT 1),
    topic AS (SELECT matter.* FROM matter JOIN agency ON agency.kind = matter.agency_kind AND agency.code = $1
      WHERE matter.district_code = left($1, 6) AND published_to IS NULL AND EXISTS (SELECT FROM inspector WHERE agency_code = $1
        AND NOT responsible_leader AND matter.group = ANY (groups) AND valid_to > now() + interval '1 year') ORDER BY cardinality(industries), code LIMIT 1),
    firms AS (SELECT array_agg(uscc) AS codes FROM (SELECT uscc FROM enterprise, topic WHERE enterprise.district_code = left($1, 6) AND status = 'active'
      AND NOT undisturbed AND (industries = '{}' OR industry = ANY (industries)) AND NOT EXISTS (SELECT FROM draw_outcome WHERE enterprise_id = enterprise.id)
      AND NOT EXISTS (SELECT FROM filing WHERE enterprise_id = enterprise.id) ORDER BY uscc LIMIT $5) free),
    placed AS (INSERT INTO plan_entry (id, root_id, plan_id, no, title, kind, form, from_day, to_day, quota, pool)
      SELECT $2::uuid, $2::uuid, plan.id, $3, '抽查 ' || $3, 'special', 'onsite', (now() + interval '1 day')::date, make_date(plan.year, 12, 31), $4,
        json_build_object('industries', '[]'::json, 'inPark', false, 'keyOnly', false, 'risks', '[]'::json, 'territories', '[]'::json, 'list', codes) FROM plan, firms),
    party AS (INSERT INTO plan_entry_agency (plan_entry_id, agency_code, is_lead) VALUES ($2, $1, true)),
    about AS (INSERT INTO plan_entry_matter (plan_entry_id, matter_id) SELECT $2::uuid, topic.id FROM topic)
    SELECT codes FROM firms`,
    [agency, id, no, quota, size, year ?? null],
  );
  return { id, no, codes: row.codes };
}

type More = Partial<NewEntry> & { readonly entry?: Placed; readonly number?: { lottery: string; issue: string; at: string } };

/** A prepared draw of a fresh entry, or of the one given. */
export async function prepared(cast: Cast, more: More = {}) {
  const entry = more.entry ?? (await placePooled({ agency: cast.filer.agencyCode, ...more }));
  const { draw } = await succeed(cast.filer, prepareDraw, drawPreparation.parse({ entry: entry.id, ...more.number }));
  return { draw, entry };
}

/** The same, frozen. */
export async function frozen(cast: Cast, more: More = {}) {
  const made = await prepared(cast, more);
  await succeed(cast.filer, freezeDraw, { draw: made.draw });
  return made;
}

/** Moves the end of the objection period into the past, as the owner of the database. */
export async function passObjections(draw: string): Promise<void> {
  await asOwner(`UPDATE draw_record SET objection_end = now() - interval '1 minute' WHERE draw_id = $1`, [draw]);
}

const secrets = new Map<string, string>();

/** A party's random number in a draw: the same whenever it is asked for. */
export function secretOf(draw: string, party: string, round = 1): string {
  const key = `${draw}/${round}/${party}`;
  secrets.set(key, hashText(key));
  return secrets.get(key) ?? '';
}

/** What a party commits to. */
export async function commitmentOf(draw: string, party: string, round = 1): Promise<string> {
  const { hash } = await readOne<{ hash: string }>('SELECT pool_hash AS hash FROM draw_record WHERE draw_id = $1', [draw]);
  return hashText(commitMessage(hash, party, secretOf(draw, party, round)));
}

export const partiesOf = ({ office, filer, witness }: Cast): DrawScope[] => [office, filer, witness];

/** Lets parties commit, one after the other. */
export async function commitAll(draw: string, parties: readonly DrawScope[], round = 1): Promise<void> {
  for (const party of parties) {
    await succeed(party, commitDraw, { draw, commitment: await commitmentOf(draw, party.agencyCode, round) });
  }
}

/** Lets parties reveal, one after the other. */
export async function revealAll(draw: string, parties: readonly DrawScope[], round = 1): Promise<void> {
  for (const party of parties) await succeed(party, revealDraw, { draw, secret: secretOf(draw, party.agencyCode, round) });
}

/** A draw that everybody has revealed in. */
export async function revealed(cast: Cast, more: More = {}) {
  const made = await frozen(cast, more);
  await passObjections(made.draw);
  await commitAll(made.draw, partiesOf(cast));
  await revealAll(made.draw, partiesOf(cast));
  return made;
}

/** Works on a draw as the queue's worker does. */
export function work(draw: string, { districtCode, actor }: AgencyScope): Promise<void> {
  return computeDraw({ draw, districtCode, by: actor.id }, 'job');
}

/** A draw with its result. */
export async function drawn(cast: Cast, more: More = {}) {
  const made = await revealed(cast, more);
  await succeed(cast.filer, requestDraw, { draw: made.draw });
  await work(made.draw, cast.filer);
  return made;
}

/** How a draw stands. */
export function readDraw(draw: string) {
  return readOne<{
    status: string;
    no: string | null;
    serial: number;
    seed: string | null;
    result: string | null;
    outcomes: number;
    rounds: number;
  }>(
    `SELECT status::text, no, serial, seed, result, (SELECT count(*)::int FROM draw_outcome WHERE draw_id = draw.id) AS outcomes,
      (SELECT count(*)::int FROM draw_round WHERE draw_id = draw.id) AS rounds
    FROM draw LEFT JOIN draw_result ON draw_id = draw.id WHERE draw.id = $1`,
    [draw],
  );
}
