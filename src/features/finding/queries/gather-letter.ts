import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { isoOf } from '#domain/calendar/iso.ts';
import { type Letter, type LetterFinding, readOpinion } from '#domain/finding/letter.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import type { Part } from './find-part.ts';

type Row = Omit<Letter, 'format' | 'checkedIn' | 'checkedOut' | 'opinion' | 'issuedAt' | 'publishDue'> & {
  readonly opinion: unknown;
  readonly phone: string;
  readonly mail: string;
};

const findingsSql = Prisma.sql`SELECT coalesce(json_agg(json_build_object('no', finding.no, 'matter', matter.name,
    'basis', '《' || basis_instrument || '》' || basis_article, 'checked', checked, 'result', result, 'text', text, 'followUp', follow_up,
    'followUpNote', follow_up_note, 'toAgency', addressee.name, 'order', CASE WHEN rectification.finding_id IS NOT NULL THEN
      json_build_object('demand', demand, 'dueDay', due_day) END) ORDER BY matter.code), '[]')
  FROM finding JOIN matter ON matter.id = matter_id LEFT JOIN agency addressee ON addressee.code = to_agency_code
  LEFT JOIN rectification ON finding_id = finding.id WHERE filing_id = filing.id AND finding.agency_code = agency.code`;

const letterSql = ({
  filingId,
  agency,
}: Part) => Prisma.sql`SELECT filing_no AS "filingNo", district.name AS district, agency.name AS agency,
    json_build_object('name', office_name, 'phone', office_phone) AS office, site_address AS site, people_came AS people,
    json_build_object('uscc', uscc, 'name', enterprise.name) AS enterprise, contact_phone AS phone, contact_mail AS mail,
    (SELECT coalesce(json_agg(json_build_object('name', inspector.name, 'credential', coalesce(credential_no, '')) ORDER BY credential_no), '[]')
      FROM filing_inspector JOIN inspector ON inspector.id = inspector_id WHERE filing_id = filing.id AND inspector.agency_code = agency.code) AS inspectors,
    (${findingsSql}) AS findings,
    (SELECT body FROM visit_event WHERE filing_id = filing.id AND agency_code = agency.code AND step = 'opinionGiven' AND conflict = ''
      ORDER BY received_at DESC LIMIT 1) AS opinion,
    ARRAY(SELECT sha256 FROM evidence WHERE filing_id = filing.id AND agency_code = agency.code AND conflict = '' ORDER BY received_at, id) AS photos
  FROM filing JOIN enterprise ON enterprise.id = enterprise_id JOIN district ON district.code = filing.district_code
  JOIN filing_agency part ON part.filing_id = filing.id JOIN agency ON agency.code = part.agency_code
  WHERE filing.id = ${filingId}::uuid AND part.agency_code = ${agency}`;

/** A letter ready to be issued, and where the enterprise is told of it. */
export type Composed = {
  readonly letter: Letter;
  readonly findings: readonly LetterFinding[];
  readonly phone: string;
  readonly mail: string;
};

/** Gathers all that one agency's letter says; the caller holds the filing's lock and has seen that the part is complete. */
export async function gatherLetter(
  tx: Statements,
  part: Part & { readonly checkedInAt: Date; readonly checkedOutAt: Date },
  dated: { readonly now: Date; readonly publishDue: Day },
): Promise<Composed> {
  const [row] = await tx.$queryRaw<Row[]>(letterSql(part));
  if (!row) throw new Error('no such part');
  const { opinion, phone, mail, ...said } = row;
  const letter: Letter = {
    ...{ format: 'ningqi-letter-1', ...said, checkedIn: isoOf(part.checkedInAt), checkedOut: isoOf(part.checkedOutAt) },
    ...{ opinion: opinion === null ? null : readOpinion(opinion), issuedAt: isoOf(dated.now), publishDue: dated.publishDue },
  };
  return { letter, findings: letter.findings, phone, mail };
}
