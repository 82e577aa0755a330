import 'server-only';
import type { DrawResult } from '#domain/draw/record.ts';
import { db, Prisma } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';
import type { DrawAddress } from '../schema.ts';
import { type FoundDraw, findDraw } from './find-draw.ts';
import { loadPoolShape, type PoolShape } from './load-pool-shape.ts';

export type Names = {
  readonly enterprises: Readonly<Record<string, string>>;
  readonly officers: Readonly<Record<string, { readonly name: string; readonly agency: string }>>;
  readonly agencies: Readonly<Record<string, string>>;
};

/** A draw as everybody may see it. */
export type PublicDraw = {
  readonly draw: FoundDraw;
  /** Null for a result that was registered before the protocol. */
  readonly shape: PoolShape | null;
  /** Only once published, or public as void. */
  readonly result: DrawResult | null;
  readonly names: Names;
  readonly now: Date;
};

/** The names of enterprises by code, of inspectors by credential and of agencies, as the registers of the district have them now. */
async function nameAll(district: string, codes: { enterprises: string[]; officers: string[] }): Promise<Names & { now: Date }> {
  const [row] = await db().$queryRaw<(Names & { now: Date })[]>(Prisma.sql`
    SELECT now() AS now,
      (SELECT coalesce(json_object_agg(uscc, name), '{}') FROM enterprise WHERE district_code = ${district} AND uscc = ANY (${codes.enterprises}::text[])) AS enterprises,
      (SELECT coalesce(json_object_agg(credential_no, json_build_object('name', inspector.name, 'agency', short_name)), '{}')
        FROM inspector JOIN agency ON agency.code = agency_code WHERE district_code = ${district} AND credential_no = ANY (${codes.officers}::text[])) AS officers,
      (SELECT coalesce(json_object_agg(code, short_name), '{}') FROM agency WHERE district_code = ${district}) AS agencies`);
  return row ?? { enterprises: {}, officers: {}, agencies: {}, now: new Date(0) };
}

function readOpenResult({ status, result }: FoundDraw): DrawResult | null {
  return result && (status === 'published' || status === 'void') ? (JSON.parse(result.result) as DrawResult) : null;
}

/** A draw with what its page shows; null where nothing public has this address. */
export async function loadPublicDraw(scope: PublicScope, address: DrawAddress): Promise<PublicDraw | null> {
  const draw = await findDraw(scope, address);
  if (!draw) return null;
  const result = readOpenResult(draw);
  const outcomes = result?.outcomes ?? [];
  const [shape, { now, ...names }] = await Promise.all([
    draw.record ? loadPoolShape({ id: draw.id, subjects: draw.record.subjects, isDrawn: result !== null }) : null,
    nameAll(draw.districtCode, {
      enterprises: outcomes.flatMap(({ targets, reserves }) => [...targets, ...reserves].map(({ id }) => id)),
      officers: outcomes.flatMap(({ targets }) => targets.flatMap(({ officers }) => [...officers])),
    }),
  ]);
  // Before the result is public nobody is told what was drawn, nor how the drawn ones are made up.
  return {
    draw,
    shape: shape && result === null ? { ...shape, groups: shape.groups.map((one) => ({ ...one, drawn: 0 })) } : shape,
    result,
    names,
    now,
  };
}
