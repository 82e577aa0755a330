import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Citation } from '#domain/law/citation.ts';
import type { Policy, PolicyKey, PolicyValues } from '#domain/law/policy.ts';
import type {
  AgencyFact,
  DrawFact,
  EntryFacts,
  InspectorFact,
  JointVisitFact,
  MatterFact,
  OtherVisitFact,
  OwnVisitFact,
  PlanEntryFact,
  Visit,
} from './facts.ts';

/** A local time (Asia/Shanghai) written 2026-11-23 09:00. */
export function at(local: string): Date {
  return new Date(`${local.replace(' ', 'T')}:00+08:00`);
}

/** The citation a test can recognise a policy value by. */
export function basisOf(key: PolicyKey): Citation {
  return { instrument: '示例区规定', locator: key };
}

const values: PolicyValues = {
  plannedKinds: ['annual', 'special'],
  drawnKinds: ['annual', 'special'],
  quietDays: {
    recurrences: [{ type: 'monthDays', from: 1, to: 20 }],
    kinds: ['annual', 'special'],
    enterprises: 'all',
    exemptions: ['specialIndustry', 'complaint', 'openedCase'],
  },
  filingLeadWorkingDays: 0,
  officeHandlingWorkingDays: 1,
  minimumInspectors: 2,
  joint: { windowDays: 30, kinds: ['annual', 'special', 'directed'] },
  sameMatterOnceKinds: ['annual', 'special'],
  frequencyCap: { general: 1, high: 8, highTiers: ['D'], kinds: ['annual', 'special'] },
  interval: { days: 0, kinds: ['annual', 'special'] },
  undisturbedKinds: ['annual'],
  territoryNotice: 'key',
  emergencySupplementWorkingDays: 5,
  declarationDue: '03-31',
  findingsPublicWorkingDays: 20,
  penaltiesPublicWorkingDays: 7,
  withdrawalWorkingDays: 3,
  majorPenaltyFilingDays: 15,
  caseLimitDays: 90,
  feedback: { invitationDays: 1, reminderDays: [3, 7], closesDays: 15 },
  smallestPublishedCell: 5,
  alarmBelowPercent: 85,
  supervisionCard: { acceptWorkingDays: 3, finishWorkingDays: 15, answerWorkingDays: 5, progressDays: 7 },
  callbackDays: 30,
  firstOffenceMonths: 12,
  planning: { visitsPerOpenDay: 16, movableMonths: 6, agenciesPerVisit: 4, matterMinutes: 60, visitMinutes: 480 },
  visit: { expiresAfterHours: 24, overtimeMinutes: 30, archiveDays: 45, rectificationDays: 15 },
  followUpWorkingDays: { callback: 3, message: 1 },
  draw: {
    objectionHours: 24,
    commitHours: 24,
    revealHours: 24,
    poolFactor: 3,
    poolMinimum: 10,
    weights: { A: 1, B: 2, C: 3, D: 4 },
    stratifyBy: null,
    targetsPerOfficer: 40,
  },
  frequentVisitAlert: { visits: 2, days: 60 },
};

/** The made-up district's policy: 冷水滩's kind of values, with any of them replaced. */
export function policyWith(changes: Partial<PolicyValues> = {}): Policy {
  const rows = Object.entries({ ...values, ...changes }).map(([key, value]) => [
    key,
    { value, basis: basisOf(key as PolicyKey), note: '' },
  ]);
  return { districtCode: '990101', version: 3, effectiveFrom: '2026-01-01', values: Object.fromEntries(rows) as Policy['values'] };
}

const years = new Set([2026]);
export const bareCalendar: Calendar = { days: new Map(), officialYears: years };

export const amr: AgencyFact = { code: '990101-amr', shortName: '区市场监管局', subjectKind: 'legal', kind: 'amr' };
export const emergency: AgencyFact = { code: '990101-emergency', shortName: '区应急局', subjectKind: 'legal', kind: 'emergency' };
export const office: AgencyFact = { code: '990101-office', shortName: '区优化办', subjectKind: 'none', kind: null };

type Catalogue = NonNullable<MatterFact['catalogue']>;
/** An ordinary matter of the market regulator, with any part replaced. */
export function matterWith(code: string, changes: Partial<Catalogue> = {}): MatterFact {
  const catalogue: Catalogue = {
    name: '产品质量抽查',
    agencyKind: 'amr',
    specialField: false,
    industries: [],
    group: 'amr-quality',
    publishedFrom: '2026-01-01',
    publishedTo: null,
    ...changes,
  };
  return { code, catalogue };
}

type Register = NonNullable<InspectorFact['register']>;
/** A fit inspector of the market regulator, with any part replaced. */
export function inspectorWith(credentialNo: string, changes: Partial<Register> = {}): InspectorFact {
  const register: Register = {
    name: `人员${credentialNo}`,
    agencyCode: amr.code,
    credentialKind: 'unified',
    validFrom: '2024-01-01',
    validTo: '2028-12-31',
    groups: ['amr-quality'],
    recused: false,
    ...changes,
  };
  return { credentialNo, register };
}

export function entryWith(changes: Partial<PlanEntryFact> = {}): PlanEntryFact {
  return {
    no: '2026-0118',
    title: '产品质量抽查',
    planVersion: 3,
    planYear: 2026,
    kind: 'annual',
    agencies: [amr.code],
    matters: ['m-1'],
    fromDay: '2026-09-01',
    toDay: '2026-12-31',
    quota: 12,
    used: 7,
    months: [],
    fullCoverage: false,
    drawPublished: true,
    ...changes,
  };
}

/** The safety bureau's filing at the same enterprise on 2026-11-26. */
export function otherFiling(changes: Partial<Extract<OtherVisitFact, { type: 'filing' }>> = {}): OtherVisitFact {
  return {
    type: 'filing',
    filingNo: '区应急局检备〔2026〕87号',
    agencies: [emergency.code],
    agencyName: '区应急局',
    title: '安全生产综合检查',
    site: null,
    kind: 'annual',
    start: at('2026-11-26 09:00'),
    end: at('2026-11-26 11:30'),
    ...changes,
  };
}

export function ownVisit(changes: Partial<OwnVisitFact> = {}): OwnVisitFact {
  return {
    filingNo: '区市场监管局检备〔2026〕12号',
    agencyKind: 'amr',
    leadAgency: amr.code,
    kind: 'annual',
    matters: ['m-9'],
    start: at('2026-10-26 09:00'),
    end: at('2026-10-26 11:30'),
    ...changes,
  };
}

/** The enterprise's place in the published draw. */
export function drawWith(changes: Partial<DrawFact> = {}): DrawFact {
  return { drawNo: '示抽〔2026〕12号', position: 5, inspectors: ['U1', 'U2', 'U3'], registered: false, servedBy: null, ...changes };
}

/** A joint visit of the market regulator, who leads, and the safety bureau, whose draw named E1 and E2. */
export function jointVisitWith(changes: Partial<JointVisitFact> = {}): JointVisitFact {
  const theirs = entryWith({
    ...{ no: '2026-0093', title: '安全生产综合检查', agencies: [emergency.code], matters: ['e-1'] },
    ...{ fromDay: '2026-11-01', toDay: '2026-11-30', quota: 3, used: 1 },
  });
  return {
    ...{ lead: amr.code, leadName: amr.shortName, fromDay: '2026-11-01', toDay: '2026-11-30' },
    parts: [
      { agencyName: amr.shortName, entry: entryWith(), drawNo: '示抽〔2026〕12号', inspectors: ['U1', 'U2', 'U3'] },
      { agencyName: emergency.shortName, entry: theirs, drawNo: '示抽〔2026〕15号', inspectors: ['E1', 'E2'] },
    ],
    ...changes,
  };
}

const visit: Visit = {
  kind: 'annual',
  form: 'onsite',
  start: at('2026-11-24 09:00'),
  end: at('2026-11-24 11:30'),
  site: null,
  planEntry: '2026-0118',
  trigger: null,
  exemption: null,
  overCapReason: null,
  separate: null,
};

/** Everything but the visit's own fields, judged on Monday 2026-11-16 at 10:00. */
const baseline: Omit<EntryFacts, 'visit'> = {
  now: at('2026-11-16 10:00'),
  policy: policyWith(),
  calendar: bareCalendar,
  filingAgency: amr.code,
  lead: amr,
  coAgencies: [],
  enterprise: {
    uscc: '91990101MA00000000',
    name: '示例制造有限公司',
    industry: '30',
    risk: 'B',
    keyEnterprise: false,
    inPark: false,
    undisturbed: false,
    status: 'active',
    mergedInto: null,
    accountableTerritory: '示例街道',
    address: '示例路 1 号',
  },
  matters: [matterWith('m-1')],
  inspectors: [inspectorWith('U1'), inspectorWith('U2')],
  planEntry: entryWith(),
  draw: drawWith(),
  drawProgress: { drawNo: '示抽〔2026〕12号', status: 'published', replaced: null },
  jointVisit: null,
  otherVisits: [],
  ownVisits: [],
  visitCounts: [],
  matterUses: [],
  approval: { state: 'given', by: '范桂丽', isResponsibleLeader: true, isFiler: false, isDeclared: false, at: at('2026-11-16 09:30') },
};

/** An allowed annual visit on Tuesday 2026-11-24, 09:00–11:30, with any facts or parts of the visit replaced. */
export function factsWith(changes: Partial<Omit<EntryFacts, 'visit'>> = {}, visitChanges: Partial<Visit> = {}): EntryFacts {
  return { ...baseline, ...changes, visit: { ...visit, ...visitChanges } };
}
