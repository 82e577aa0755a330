import type { VoidReason } from '#domain/draw/lifecycle.ts';
import { type DrawResult, drawFormat, type FrozenRecord } from '#domain/draw/record.ts';
import { enterpriseIdOf, inspectorIdOf, newId, userIdOf } from './ids.ts';
import { type Connection, insertRows, type Row } from './rows.ts';

export type PartyDraft = {
  readonly agencyCode: string;
  /** Who of the demo's people acts for it. */
  readonly username: string;
  readonly commitment: string;
  readonly committedAt: Date;
  /** Null: withheld. */
  readonly reveal: string | null;
  readonly revealedAt: Date | null;
};

export type RoundDraft = {
  readonly openedAt: Date;
  readonly commitEnd: Date;
  readonly revealEnd: Date;
  readonly failedAt: Date | null;
  readonly parties: readonly PartyDraft[];
};

/** An objection by an enterprise or an inspector that the record names. */
export type ObjectionDraft = {
  readonly uscc?: string;
  readonly credential?: string;
  readonly text: string;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly raisedAt: Date;
  readonly answer?: { readonly text: string; readonly by: string; readonly at: Date };
};

/** A draw by the protocol, of one entry, at one of its moments. */
export type ProtocolDraw = {
  readonly districtCode: string;
  readonly frozen: FrozenRecord;
  /** The record's bytes, and their SHA-256. */
  readonly text: string;
  readonly poolHash: string;
  readonly year: number;
  readonly serial: number;
  readonly planEntryId: string;
  readonly sample: number;
  readonly frozenAt: Date;
  readonly objectionEnd: Date;
  readonly filer: string;
  readonly round?: RoundDraft;
  readonly objections?: readonly ObjectionDraft[];
  readonly published?: {
    readonly result: DrawResult;
    readonly text: string;
    readonly hash: string;
    readonly drawnAt: Date;
    readonly at: Date;
    readonly by: string;
  };
  readonly voided?: { readonly at: Date; readonly by: string; readonly reason: VoidReason; readonly note: string };
};

const lastOf = (times: readonly (Date | null)[]) => times.flatMap((time) => time ?? []).sort((one, other) => +other - +one)[0] ?? null;

function drawRow(draft: ProtocolDraw, id: string): Row {
  const { districtCode, frozen, year, serial, frozenAt, filer, round, published, voided } = draft;
  const status = voided ? 'void' : published ? 'published' : 'frozen';
  const by = (username: string | undefined) => (username === undefined ? null : userIdOf(districtCode, username));
  return {
    ...{ id, districtCode, no: frozen.draw, year, serial, format: drawFormat, status, agencyCode: frozen.entries[0]?.agencies[0]?.agency },
    ...{ preparedAt: new Date(+frozenAt - 1_800_000), preparedById: by(filer), frozenAt },
    committedAt: published ? lastOf(round?.parties.map(({ committedAt }) => committedAt) ?? []) : null,
    revealedAt: published ? lastOf(round?.parties.map(({ revealedAt }) => revealedAt) ?? []) : null,
    ...{ drawnAt: published?.drawnAt ?? null, publishedAt: published?.at ?? null, publishedById: by(published?.by) },
    ...{ voidedAt: voided?.at ?? null, voidedById: by(voided?.by), voidReason: voided?.reason ?? null, voidNote: voided?.note ?? '' },
  };
}

function roundTables({ districtCode, round }: ProtocolDraw, drawId: string): [string, Row[]][] {
  if (!round) return [];
  const { openedAt, commitEnd, revealEnd, failedAt, parties } = round;
  const rows = parties.map(({ agencyCode, username, commitment, committedAt, reveal, revealedAt }, position) => {
    const userId = userIdOf(districtCode, username);
    const made = { commitment, committedAt, committedById: userId };
    const revealed = { reveal, revealedAt, revealedById: reveal === null ? null : userId, withheldAt: reveal === null ? failedAt : null };
    return { drawId, round: 1, agencyCode, position, ...made, ...revealed };
  });
  return [
    ['draw_round', [{ drawId, no: 1, openedAt, commitEnd, revealEnd, failedAt }]],
    ['draw_party', rows],
  ];
}

function objectionRows({ districtCode, objections = [] }: ProtocolDraw, drawId: string): Row[] {
  return objections.map(({ uscc, credential, text, contact, raisedAt, answer }, index) => ({
    ...{ id: newId(), drawId, no: index + 1, text, contactName: contact.name, contactPhone: contact.phone, raisedAt },
    enterpriseId: uscc === undefined ? null : enterpriseIdOf(districtCode, uscc),
    inspectorId: credential === undefined ? null : inspectorIdOf(credential),
    ...{ upheld: answer ? false : null, answer: answer?.text ?? '', answeredAt: answer?.at ?? null },
    answeredById: answer ? userIdOf(districtCode, answer.by) : null,
  }));
}

function outcomeTables({ districtCode, planEntryId, published }: ProtocolDraw, drawId: string): [string, Row[]][] {
  const targets = (published?.result.outcomes ?? []).flatMap((outcome) =>
    outcome.targets.map((target) => ({ ...target, outcomeId: newId() })),
  );
  const outcomes = targets.map(({ outcomeId, id }, index) => ({
    ...{ id: outcomeId, drawId, planEntryId, enterpriseId: enterpriseIdOf(districtCode, id), position: index + 1 },
  }));
  const assignments = targets.flatMap(({ outcomeId, officers }) =>
    officers.map((credential, index) => ({ outcomeId, inspectorId: inspectorIdOf(credential), position: index + 1 })),
  );
  return [
    ['draw_outcome', outcomes],
    ['draw_assignment', assignments],
  ];
}

function resultRows({ districtCode, published, filer }: ProtocolDraw, drawId: string): Row[] {
  if (!published) return [];
  const { result, text, hash, drawnAt } = published;
  return [{ drawId, seed: result.seed, result: text, resultHash: hash, drawnAt, drawnById: userIdOf(districtCode, filer) }];
}

/** Inserts a draw by the protocol with everything that had happened to it, as the product's commands would have left it. */
export async function insertProtocolDraw(db: Connection, draft: ProtocolDraw): Promise<void> {
  const { districtCode, text, poolHash, frozen, frozenAt, objectionEnd, filer, planEntryId, sample, voided } = draft;
  const drawId = newId();
  const frozenById = userIdOf(districtCode, filer);
  const tables: [string, Row[]][] = [
    ['draw', [drawRow(draft, drawId)]],
    ['draw_entry', [{ drawId, planEntryId, position: 0, sample, live: voided === undefined }]],
    ['draw_record', [{ drawId, frozen: text, poolHash, subjects: frozen.subjects.length, frozenAt, frozenById, objectionEnd }]],
    ...roundTables(draft, drawId),
    ['draw_result', resultRows(draft, drawId)],
    ['draw_objection', objectionRows(draft, drawId)],
    ...outcomeTables(draft, drawId),
  ];
  for (const [table, rows] of tables) await insertRows(db, table, rows);
}
