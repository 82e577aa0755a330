import { expect, it } from 'vitest';
import { parseFilingNo } from '#domain/inspection/filing-no.ts';
import { fileInspection } from '#features/filing/commands/file-inspection.ts';
import { type FilingBody, filingBody } from '#features/filing/schema.ts';
import { runStatements } from '#platform/command.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { asOwner, lawfulCase } from '#support/api.ts';
import { runContests } from '#support/contests.ts';
import { fileVisit } from '#support/filings.ts';
import { keyOf } from '#support/people.ts';
import { at, freeDays } from '#support/requests.ts';

const agencies = ['431103-amr', '431103-emergency', '511724-amr', '511724-fire'];
const places = 12;

type Writer = { readonly scope: AgencyScope; readonly bodies: readonly FilingBody[] };

async function openWriter(agencyCode: string): Promise<Writer> {
  const bodies = await Promise.all(Array.from({ length: places }, (_, nth) => lawfulCase(agencyCode, { nth: nth * 7 })));
  const byEnterprise = new Map(bodies.map((body) => [body.enterprise, filingBody.parse(body)]));
  return { scope: await keyOf(agencyCode), bodies: [...byEnterprise.values()] };
}

const writers = await Promise.all(agencies.map(openWriter));

/** The n-th visit of a writer; no two overlap. */
function visitOf({ bodies }: Writer, nth: number): FilingBody {
  const body = bodies[nth % bodies.length];
  const turn = Math.floor(nth / bodies.length);
  const day = freeDays[turn % freeDays.length];
  if (!body || !day) throw new Error('nothing to file');
  const hour = String(8 + Math.floor(turn / freeDays.length)).padStart(2, '0');
  return { ...body, start: at(day, `${hour}:00`), end: at(day, `${hour}:45`) };
}

class Interrupted extends Error {}

/** A filing that has its number already when the transaction fails: after the command, before its audit record. */
async function interrupt({ scope }: Writer, body: FilingBody): Promise<void> {
  const origin = { actor: scope.actor, requestId: 'test', districtCode: scope.districtCode };
  const command = (context: Parameters<typeof fileInspection>[0]) => fileInspection(context, body);
  const afterwards = async (): Promise<void> => {
    throw new Interrupted();
  };
  await expect(runStatements({ scope, origin, command, afterwards })).rejects.toThrow(Interrupted);
}

async function contest(nth: number): Promise<void> {
  const writer = writers[nth % writers.length];
  if (!writer) throw new Error('nobody writes');
  const body = visitOf(writer, Math.floor(nth / writers.length));
  if (nth % 5 === 0) await interrupt(writer, body);
  const outcome = await fileVisit(writer.scope, body);
  expect(outcome).toMatchObject({ ok: true, value: { status: 'filed' } });
}

/** The numbers of every agency and year, the seeded ones included, in order. */
async function numbersByAgency(): Promise<Map<string, number[]>> {
  const rows = await asOwner<{ filing_no: string; lead_agency_code: string }>(
    'SELECT filing_no, lead_agency_code FROM filing WHERE filing_no IS NOT NULL',
  );
  const numbers = new Map<string, number[]>();
  for (const { filing_no, lead_agency_code } of rows) {
    const { year, n } = parseFilingNo(filing_no) ?? { year: 0, n: 0 };
    const key = `${lead_agency_code} ${year}`;
    numbers.set(key, [...(numbers.get(key) ?? []), n]);
  }
  for (const list of numbers.values()) list.sort((a, b) => a - b);
  return numbers;
}

it('500 filings by four writers, 100 more rolled back: no gap, no double', async () => {
  const before = await asOwner('SELECT FROM filing WHERE filing_no IS NOT NULL');
  await runContests({ count: 500, width: 20 }, contest);
  const numbers = await numbersByAgency();
  for (const list of numbers.values()) expect(list).toEqual(Array.from({ length: list.length }, (_, index) => index + 1));
  expect([...numbers.values()].flat()).toHaveLength(before.length + 500);
  const serials = await asOwner<{ key: string; last: number }>(
    `SELECT agency_code || ' ' || year AS key, last FROM filing_serial ORDER BY 1`,
  );
  expect(serials).toEqual([...numbers].map(([key, list]) => ({ key, last: list.length })).sort((a, b) => (a.key < b.key ? -1 : 1)));
  const chains = await asOwner('SELECT chain, audit_verify(chain) AS broken FROM audit_head');
  expect(chains.map(({ broken }) => broken)).toEqual(chains.map(() => null));
}, 120_000);
