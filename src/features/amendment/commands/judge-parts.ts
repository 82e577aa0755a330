import 'server-only';
import { proposeFixes } from '#domain/inspection/fixes.ts';
import { judgeEntry } from '#domain/inspection/judge-entry.ts';
import type { Finding, Verdict } from '#domain/law/verdict.ts';
import { strictest } from '#domain/law/verdict.ts';
import type { Judged } from '#features/filing/commands/judge-request.ts';
import type { Statements } from '#platform/db.ts';
import { type Gathered, gatherParts, loadPartOptions } from '../queries/gather-parts.ts';
import type { Standing } from '../queries/load-standing.ts';
import type { EntryRequest } from '../schema.ts';

/** A visit as it shall be: the request of each agency's part, the lead's first, and whose part is changed. */
export type Revision = { readonly requests: readonly [EntryRequest, ...EntryRequest[]]; readonly agency: string };

/** All parts judged: `own` is the verdict and the facts of the part that is changed, `parts` the facts of all, the lead's first. */
export type JudgedParts = { readonly own: Judged; readonly parts: readonly [Gathered, ...Gathered[]] };

/** The visit with one agency's part put in the place of what it was, or added; the lead's time is everybody's. */
export function revise({ lead, requests: [first, ...joined] }: Standing, request: EntryRequest): Revision {
  const agency = request.lead;
  if (agency === lead) {
    const { start, end } = request;
    return { agency, requests: [request, ...joined.map((one) => ({ ...one, start, end }))] };
  }
  const own = { ...request, start: first.start, end: first.end };
  return { agency, requests: [first, ...joined.filter((one) => one.lead !== agency), own] };
}

const severity = ({ outcome }: Finding): number => ['exempt', 'held', 'forbidden'].indexOf(outcome) + 1;

/** What another agency's part says of a rule, where it is stricter. */
function stricterOf(own: Finding, others: readonly { name: string; verdict: Verdict }[]): Finding {
  return others.reduce((worst, { name, verdict }) => {
    const other = verdict.findings.find(({ rule }) => rule === worst.rule);
    return other && severity(other) > severity(worst) ? { ...other, facts: { 单位: name, ...other.facts } } : worst;
  }, own);
}

/** One verdict for a visit whose time is moved for everybody. */
function together(own: Verdict, others: readonly { name: string; verdict: Verdict }[]): Verdict {
  const findings = own.findings.map((finding) => stricterOf(finding, others));
  return { ...own, findings, kind: strictest(findings) };
}

/** What would be lawful instead; who joins cannot choose another time. */
async function withFixes(tx: Statements, standing: Standing, { gathered, verdict }: Judged): Promise<Judged> {
  if (verdict.kind !== 'forbidden') return { gathered, verdict };
  const agencyCode = gathered.facts.lead.code;
  const options = await loadPartOptions(tx, standing, gathered);
  const fixes = proposeFixes(gathered.facts, verdict, options);
  const isOpen = agencyCode === standing.lead;
  return { gathered, verdict: { ...verdict, fixes: fixes.filter(({ kind }) => isOpen || kind === 'inspector' || kind === 'planEntry') } };
}

/**
 * Judges a filing as it shall be, without itself among the facts: each agency that answers for a part of its own by its own entry, draw,
 * people and matters. The parts that stay as they are count only where the time is moved under them.
 */
export async function judgeParts(tx: Statements, standing: Standing, { requests, agency }: Revision): Promise<JudgedParts | null> {
  const gathered = await gatherParts(tx, standing, requests);
  const [first, ...rest] = gathered;
  const changed = gathered.find(({ facts }) => facts.lead.code === agency);
  if (!first || !changed || gathered.length !== requests.length) return null;
  const isMoved =
    changed.facts.visit.start.getTime() !== standing.start.getTime() || changed.facts.visit.end.getTime() !== standing.end.getTime();
  const others = isMoved ? gathered.filter((one) => one !== changed) : [];
  const verdicts = others.map(({ facts }) => ({ name: facts.lead.shortName, verdict: judgeEntry(facts) }));
  const own = await withFixes(tx, standing, { gathered: changed, verdict: together(judgeEntry(changed.facts), verdicts) });
  return { own, parts: [first, ...rest] };
}
