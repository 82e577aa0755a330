import { dayOf, yearOf } from '#domain/calendar/local-day.ts';
import type { EntryFacts, InspectorFact, MatterFact, OtherVisitFact, PlanEntryFact } from '#domain/inspection/facts.ts';
import type { Policy } from '#domain/law/policy.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import { inForceFrom } from '../districts.data.ts';
import { known, type Story } from './story.ts';
import type { OpenEntry } from './year-plan.ts';

/** What was true when a draft was judged: its entry, the places used by then, the visits filed before it, other agencies' business. */
export type Scene = {
  readonly now: Date;
  readonly entry: OpenEntry | undefined;
  readonly used: number;
  /** Standing visits of the same enterprise. */
  readonly earlier: readonly FilingDraft[];
  readonly others: readonly OtherVisitFact[];
};

function policyOf({ district, districtCode }: Story): Policy {
  return { districtCode, version: 1, effectiveFrom: inForceFrom, values: district.policy };
}

function matterOf(story: Story, code: string): MatterFact {
  return { code, catalogue: { ...known(story.matters, code), publishedFrom: inForceFrom, publishedTo: null } };
}

function inspectorOf(story: Story, uscc: string, credentialNo: string): InspectorFact {
  const record = story.inspectors.find((one) => one.credentialNo === credentialNo);
  return { credentialNo, register: record ? { ...record, recused: record.recusedFrom.includes(uscc) } : null };
}

function entryOf({ entry, used }: Scene): PlanEntryFact | null {
  if (!entry) return null;
  const { fullCoverage = false, form: _form, ...draft } = entry.draft;
  const planYear = Number(draft.no.slice(0, 4));
  return { ...draft, planVersion: 1, planYear, used, months: [], fullCoverage, drawPublished: entry.drawnAt !== null };
}

function drawOf({ entry }: Scene, uscc: string): EntryFacts['draw'] {
  const position = entry?.targets.findIndex((target) => target.uscc === uscc) ?? -1;
  const target = entry?.targets[position];
  if (!entry?.drawNo || !target) return null;
  const inspectors = [...target.team.going, ...target.team.reserves];
  return { drawNo: entry.drawNo, position: position + 1, inspectors, registered: true, servedBy: null };
}

function progressOf({ entry }: Scene): EntryFacts['drawProgress'] {
  return entry?.drawNo ? { drawNo: entry.drawNo, status: 'published', replaced: null } : null;
}

function visitOf(draft: FilingDraft): EntryFacts['visit'] {
  const { kind, form = 'onsite', start, end, trigger = null, exemption = null, overCapReason = null } = draft;
  return { kind, form, start, end, site: null, planEntry: draft.planEntry?.no ?? null, trigger, exemption, overCapReason, separate: null };
}

function countsOf(story: Story, draft: FilingDraft, { earlier }: Scene): EntryFacts['visitCounts'] {
  const year = yearOf(dayOf(draft.start));
  return draft.agencies.map((code) => {
    const agencyKind = known(story.agencies, code).kind ?? '';
    const same = earlier.filter((one) => one.kind !== 'case' && one.kind !== 'directed' && one.agencies.includes(code));
    return { agencyKind, year, visits: same.filter((one) => yearOf(dayOf(one.start)) === year).length };
  });
}

/** The facts as the rules want them, from the story instead of the database. */
export function factsOf(story: Story, draft: FilingDraft, scene: Scene): EntryFacts {
  const enterprise = known(story.enterprises, draft.uscc);
  const [lead = '', ...coAgencies] = draft.agencies;
  return {
    ...{ now: scene.now, policy: policyOf(story), calendar: story.calendar, visit: visitOf(draft), filingAgency: lead },
    lead: known(story.agencies, lead),
    coAgencies: coAgencies.map((code) => known(story.agencies, code)),
    enterprise: { ...enterprise, mergedInto: null, accountableTerritory: known(story.territories, enterprise.accountableCode).name },
    matters: draft.matters.map((code) => matterOf(story, code)),
    inspectors: draft.inspectors.map((credentialNo) => inspectorOf(story, draft.uscc, credentialNo)),
    ...{ planEntry: entryOf(scene), draw: drawOf(scene, draft.uscc), drawProgress: progressOf(scene), jointVisit: null },
    otherVisits: scene.others,
    ...{ ownVisits: [], visitCounts: countsOf(story, draft, scene), matterUses: [] },
    approval: { state: 'given', by: draft.approver ?? '', isResponsibleLeader: true, isFiler: false, isDeclared: false, at: scene.now },
  };
}
