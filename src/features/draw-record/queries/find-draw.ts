import 'server-only';
import { db } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';
import type { DrawAddress } from '../schema.ts';

const brief = { no: true, year: true, serial: true, status: true } as const;

/** The columns of a draw that are public. Of an objector neither the name nor the telephone, nor who it was, is ever read here. */
const selected = {
  ...{ id: true, districtCode: true, no: true, year: true, serial: true, format: true, status: true, publicNumber: true },
  ...{ frozenAt: true, committedAt: true, revealedAt: true, number: true, numberAt: true, drawnAt: true, publishedAt: true },
  ...{ voidedAt: true, voidReason: true, voidNote: true },
  district: { select: { name: true, officeName: true, officePhone: true } },
  agency: { select: { code: true, shortName: true } },
  publishedBy: { select: { name: true } },
  voidedBy: { select: { name: true, agency: { select: { shortName: true } } } },
  previous: { select: brief },
  next: { select: brief, where: { status: { not: 'prepared' } }, orderBy: { serial: 'asc' } },
  record: { select: { poolHash: true, subjects: true, frozenAt: true, objectionEnd: true, frozenBy: { select: { name: true } } } },
  result: { select: { seed: true, result: true, resultHash: true, drawnAt: true } },
  entries: {
    orderBy: { position: 'asc' },
    select: {
      planEntryId: true,
      position: true,
      sample: true,
      entry: { select: { no: true, title: true, plan: { select: { year: true } } } },
    },
  },
  rounds: {
    orderBy: { no: 'asc' },
    select: {
      ...{ no: true, openedAt: true, commitEnd: true, revealEnd: true, failedAt: true, signedNote: true },
      signedBy: { select: { name: true } },
      parties: {
        orderBy: { position: 'asc' },
        select: {
          ...{ agencyCode: true, commitment: true, committedAt: true, reveal: true, revealedAt: true, withheldAt: true },
          agency: { select: { shortName: true } },
        },
      },
    },
  },
  objections: { orderBy: { no: 'asc' }, select: { no: true, text: true, raisedAt: true, upheld: true, answer: true, answeredAt: true } },
  outcomes: {
    orderBy: { position: 'asc' },
    select: {
      ...{ planEntryId: true, position: true, replacedAt: true, replacedReason: true, replacedNote: true },
      enterprise: { select: { uscc: true, name: true } },
      assignments: {
        orderBy: { position: 'asc' },
        select: { inspector: { select: { name: true, credentialNo: true, agency: { select: { shortName: true } } } } },
      },
    },
  },
} as const;

/** A draw's public rows, or null where nothing public has this address. */
export function findDraw(_scope: PublicScope, { district, no }: DrawAddress) {
  return db().draw.findFirst({
    where: { districtCode: district, year: no.year, serial: no.serial, status: { not: 'prepared' } },
    select: selected,
  });
}
export type FoundDraw = NonNullable<Awaited<ReturnType<typeof findDraw>>>;
