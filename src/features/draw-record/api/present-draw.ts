import { isoOf } from '#domain/calendar/iso.ts';
import type { DrawRow } from '../queries/list-public-draws.ts';
import type { PublicDraw } from '../queries/load-public-draw.ts';

const when = (at: Date | null) => (at ? isoOf(at) : null);

/** A draw in a list, as open data. */
export function presentRow(row: DrawRow): object {
  const { district, no, year, serial, status, isComputable, agency, titles, subjects, sample, poolHash } = row;
  return {
    ...{
      id: `${district}-${year}-${serial}`,
      district,
      no,
      year,
      serial,
      status,
      computable: isComputable,
      agency,
      titles,
      subjects,
      sample,
      poolHash,
    },
    ...{ frozenAt: when(row.frozenAt), publishedAt: when(row.publishedAt), voidedAt: when(row.voidedAt) },
  };
}

function presentRound({ no, openedAt, failedAt, parties }: PublicDraw['draw']['rounds'][number]): object {
  return {
    ...{ no, openedAt: isoOf(openedAt), failedAt: when(failedAt) },
    parties: parties.map(({ agencyCode, commitment, reveal, withheldAt }) => ({
      agency: agencyCode,
      commitment,
      reveal,
      withheld: withheldAt !== null,
    })),
  };
}

function presentOutcome(outcome: PublicDraw['draw']['outcomes'][number], entry: string): object {
  const { position, enterprise, assignments, replacedAt, replacedReason } = outcome;
  const officers = assignments.map(({ inspector }) => ({ name: inspector.name, credential: inspector.credentialNo }));
  return { entry, position, enterprise, officers, replacedAt: when(replacedAt), replacedReason };
}

/** A whole draw: what happened when, the hashes, and what was drawn; the files are for downloading. */
export function presentDraw({ draw, result }: PublicDraw, origin: string): object {
  const url = `${origin}/draws/${draw.districtCode}/${draw.year}-${draw.serial}`;
  const entryNo = (id: string) => draw.entries.find(({ planEntryId }) => planEntryId === id)?.entry.no ?? '';
  return {
    ...{
      id: `${draw.districtCode}-${draw.year}-${draw.serial}`,
      district: draw.districtCode,
      no: draw.no,
      status: draw.status,
      format: draw.format || null,
    },
    ...{ agency: draw.agency.code, url, record: draw.record ? `${url}/record.json` : null, result: result ? `${url}/result.json` : null },
    ...{
      poolHash: draw.record?.poolHash ?? null,
      resultHash: result ? (draw.result?.resultHash ?? null) : null,
      seed: result?.seed ?? null,
    },
    ...{ frozenAt: when(draw.frozenAt), objectionEnd: when(draw.record?.objectionEnd ?? null), publishedAt: when(draw.publishedAt) },
    void: draw.voidedAt ? { at: isoOf(draw.voidedAt), reason: draw.voidReason, note: draw.voidNote } : null,
    entries: draw.entries.map(({ entry, sample }) => ({ no: entry.no, title: entry.title, sample })),
    rounds: draw.rounds.map(presentRound),
    objections: draw.objections.map(({ no, text, raisedAt, upheld, answer }) => ({
      no,
      text,
      raisedAt: isoOf(raisedAt),
      upheld,
      answer: answer || null,
    })),
    outcomes: draw.outcomes.map((outcome) => presentOutcome(outcome, entryNo(outcome.planEntryId))),
  };
}
