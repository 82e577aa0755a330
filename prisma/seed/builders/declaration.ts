import { createHash } from 'node:crypto';
import { type DeclaredLine, identityOf } from '#domain/declaration/line.ts';
import { daysOfPeriod, monthsOf } from '#domain/declaration/period.ts';
import { wholePool } from '#domain/declaration/pool.ts';
import { computeCount } from '#domain/declaration/quantity.ts';
import { matterIdOf, newId } from './ids.ts';
import { type Connection, insertRows } from './rows.ts';

export type DeclarationStatus = 'draft' | 'submitted' | 'approved' | 'returned';

export type DeclarationDraft = {
  readonly districtCode: string;
  readonly agencyCode: string;
  readonly year: number;
  /** 1 for the year's declaration. */
  readonly no?: number;
  readonly kind?: 'annual' | 'special';
  readonly approvalDocument?: string;
  readonly status?: DeclarationStatus;
  /** When it was begun; submitted a day and approved two days after. */
  readonly at?: Date;
  readonly lines: readonly DeclaredLine[];
};

/** Ids of the lines are in the order given. */
export type InsertedDeclaration = { readonly declarationId: string; readonly lineIds: readonly string[] };

/** A line as declared: 10 enterprises of the whole district on site in May on the agency's own initiative, unless told otherwise. */
export function declareLine(matter: string, other: Partial<DeclaredLine> = {}): DeclaredLine {
  return {
    ...{ matter, basis: '', poolLabel: '辖区企业', pool: wholePool, quantity: { kind: 'count', count: 10 } },
    ...{ period: { kind: 'month', months: [5] }, form: 'onsite', source: 'local', partners: [], partnersText: '', remark: '' },
    ...other,
  };
}

const day = 86_400_000;

async function findPeople(db: Connection, agencyCode: string): Promise<{ filer: string | null; head: string | null }> {
  const who = (role: string) => `(SELECT id FROM user_account WHERE agency_code = $1 AND role = '${role}' ORDER BY username LIMIT 1)`;
  const { rows } = await db.query(`SELECT ${who('agencyFiler')} AS filer, ${who('agencyHead')} AS head`, [agencyCode]);
  return rows[0];
}

/** Enterprises of the register that each line's pool selects, as the application counts them. */
async function measurePools(db: Connection, districtCode: string, lines: readonly DeclaredLine[]): Promise<number[]> {
  const none = (key: string) => `jsonb_array_length(pool -> '${key}') = 0`;
  const { rows } = await db.query(
    `SELECT (SELECT count(*)::int FROM enterprise WHERE district_code = $1 AND status = 'active' AND CASE WHEN jsonb_typeof(pool -> 'list') = 'array'
        THEN pool -> 'list' ? uscc
        ELSE (${none('industries')} OR pool -> 'industries' ? industry) AND (NOT (pool ->> 'inPark')::boolean OR in_park)
          AND (NOT (pool ->> 'keyOnly')::boolean OR key_enterprise) AND (${none('risks')} OR pool -> 'risks' ? risk::text)
          AND (${none('territories')} OR pool -> 'territories' ? territory_code OR pool -> 'territories' ? accountable_code) END) AS size
      FROM unnest($2::jsonb[]) WITH ORDINALITY asked (pool, turn) ORDER BY turn`,
    [districtCode, lines.map(({ pool }) => JSON.stringify(pool))],
  );
  return rows.map(({ size }) => size);
}

function lineRow(draft: DeclarationDraft & { declarationId: string }, line: DeclaredLine, poolSize: number) {
  const { matter, form, partners, ...words } = line;
  const { districtCode, agencyCode, year, declarationId } = draft;
  const [declaredCount, declaredMonths] = [computeCount(line.quantity, poolSize), monthsOf(line.period)];
  return {
    ...words,
    ...{ id: newId(), declarationId, districtCode, agencyCode, year, matterId: matterIdOf(districtCode, matter), poolSize },
    ...daysOfPeriod(line.period, year),
    ...{ declaredCount, declaredMonths, declaredForm: form, count: declaredCount, months: declaredMonths, form, partners },
    ...{ fingerprint: createHash('sha256').update(identityOf(line)).digest('hex'), outcome: 'unreviewed', reason: '' },
  };
}

function declarationRow(draft: DeclarationDraft & { declarationId: string }, people: { filer: string | null; head: string | null }) {
  const { declarationId, districtCode, agencyCode, year, no = 1, kind = 'annual', status = 'approved', approvalDocument = '' } = draft;
  const createdAt = draft.at ?? new Date(`${year}-01-05T10:00:00+08:00`);
  const [isSubmitted, isApproved] = [status !== 'draft', status === 'approved' || status === 'returned'];
  return {
    ...{ id: declarationId, districtCode, agencyCode, year, no, kind, status, approvalDocument, createdAt },
    submittedAt: isSubmitted ? new Date(createdAt.getTime() + day) : null,
    submittedById: isSubmitted ? people.filer : null,
    approvedAt: isApproved ? new Date(createdAt.getTime() + 2 * day) : null,
    approvedById: isApproved ? people.head : null,
  };
}

function eventRows({ id: declarationId, ...row }: ReturnType<typeof declarationRow>) {
  const steps = [
    { event: 'submitted', at: row.submittedAt, byId: row.submittedById },
    { event: 'approved', at: row.approvedAt, byId: row.approvedById },
  ];
  return steps.filter(({ at, byId }) => at && byId).map((step) => ({ id: newId(), declarationId, note: '', ...step }));
}

/** Inserts a declaration with its lines as declared; with the office unless told otherwise. */
export async function insertDeclaration(db: Connection, draft: DeclarationDraft): Promise<InsertedDeclaration> {
  const named = { ...draft, declarationId: newId() };
  const row = declarationRow(named, await findPeople(db, draft.agencyCode));
  const sizes = await measurePools(db, draft.districtCode, draft.lines);
  const lines = draft.lines.map((line, index) => ({ ...lineRow(named, line, sizes[index] ?? 0), ordinal: index + 1 }));
  await insertRows(db, 'declaration', [row]);
  await insertRows(db, 'declaration_event', eventRows(row));
  await insertRows(db, 'declaration_line', lines);
  return { declarationId: named.declarationId, lineIds: lines.map(({ id }) => id) };
}
