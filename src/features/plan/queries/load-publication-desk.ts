import 'server-only';
import { createHash } from 'node:crypto';
import { dayOf } from '#domain/calendar/local-day.ts';
import type { PlanNames } from '#domain/plan/diff-plan.ts';
import { namePlan } from '#domain/plan/plan-item.ts';
import { writeProposal } from '#domain/plan/plan-record.ts';
import { findObstacles, type Obstacle, type Publication, preparePublication } from '#domain/plan/publication.ts';
import { findWarnings, type Warning } from '#domain/plan/publication-warnings.ts';
import { loadYearRules } from '#features/review/queries/load-year-rules.ts';
import { db } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { gatherPublication } from './gather-publication.ts';

/** What the next version would be, with everything that speaks against it or has to be looked at first. */
export type PublicationDesk = {
  readonly year: number;
  readonly districtCode: string;
  /** 冷检计〔2027〕第 1 版, as it will be called. */
  readonly name: string;
  /** Number of the version in force, 0 for none. */
  readonly base: number;
  /** Hash of what is shown: it is published only while it is still this. */
  readonly seen: string;
  readonly publication: Publication;
  readonly obstacles: readonly Obstacle[];
  readonly warnings: readonly Warning[];
  readonly names: PlanNames;
};

/** The next version of the district's plan for that year, as it would be published now. */
export async function loadPublicationDesk({ districtCode }: OfficeScope, year: number): Promise<PublicationDesk> {
  const [gathered, rules, district] = await Promise.all([
    gatherPublication(db(), { districtCode, year }),
    loadYearRules(districtCode, year),
    db().district.findUniqueOrThrow({ where: { code: districtCode }, select: { abbreviation: true } }),
  ]);
  const publication = preparePublication(gathered.facts);
  const measure = { year, today: dayOf(rules.now), policy: rules.policy, calendar: rules.calendar };
  const base = gathered.current?.version ?? 0;
  return {
    ...{ year, districtCode, base, publication, names: gathered.facts.names },
    name: namePlan({ abbreviation: district.abbreviation, year, version: base + 1 }),
    seen: createHash('sha256').update(writeProposal(publication.items)).digest('hex'),
    obstacles: findObstacles(publication, gathered.facts),
    warnings: findWarnings(publication, measure, gathered.specialMatters),
  };
}
