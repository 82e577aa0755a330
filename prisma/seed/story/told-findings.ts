import type { Day } from '#domain/calendar/day.ts';
import { addDays, dayOf } from '#domain/calendar/local-day.ts';
import type { FindingResult, FollowUp } from '#domain/finding/codes.ts';
import { matterIdOf, newId } from '../builders/ids.ts';
import { sayArticles } from '../reference/say-articles.ts';
import { at, known, type Story } from './story.ts';
import type { PastPart } from './told-visits.ts';

type Outcome = { readonly result: FindingResult; readonly followUp: FollowUp; readonly text: string; readonly demand: string };

const clean: Outcome = { result: 'nothingFound', followUp: 'none', text: '', demand: '' };
const outcomes: readonly { readonly every: number; readonly at: number; readonly outcome: Outcome }[] = [
  {
    every: 6,
    at: 2,
    outcome: { result: 'toBeFollowed', followUp: 'orderToCorrect', text: '台账记录不完整', demand: '补齐台账并建立登记制度' },
  },
  { every: 11, at: 4, outcome: { result: 'correctedOnOrder', followUp: 'none', text: '标识缺失，已当场补上', demand: '' } },
  {
    every: 29,
    at: 8,
    outcome: { result: 'cannotBeReached', followUp: 'routineSupervision', text: '登记住所无人，电话无人接听', demand: '' },
  },
  { every: 23, at: 5, outcome: { result: 'toBeFollowed', followUp: 'routineSupervision', text: '人员培训记录待完善', demand: '' } },
];

export type ToldFinding = Outcome & {
  readonly part: PastPart;
  readonly id: string;
  readonly matter: string;
  readonly no: string;
  readonly dueDay: Day | null;
};

/** What was found of every matter of a part whose results are recorded; numbers run on through the whole visit. */
export function tellFindings(parts: readonly PastPart[]): ToldFinding[] {
  const numbers = new Map<string, number>();
  return parts.flatMap((part) => {
    if (part.recordedAt === null) return [];
    const recordedDay = dayOf(part.recordedAt);
    return part.matters.map((matter, index) => {
      const n = (numbers.get(part.filing.id) ?? 0) + 1;
      numbers.set(part.filing.id, n);
      const outcome = outcomes.find(({ every, at: turn }) => (part.turn + index) % every === turn)?.outcome ?? clean;
      const dueDay = outcome.followUp === 'orderToCorrect' ? addDays(recordedDay, 15) : null;
      return { ...outcome, part, id: newId(), matter, no: `${part.filing.filingNo}-${n}`, dueDay };
    });
  });
}

export function findingRow({ part, id, matter, no, result, followUp, text }: ToldFinding) {
  const { draft, filing, agency, recordedAt } = part;
  const checked = result !== 'cannotBeReached';
  return {
    ...{
      id,
      districtCode: draft.districtCode,
      filingId: filing.id,
      agencyCode: agency,
      matterId: matterIdOf(draft.districtCode, matter),
      no,
    },
    ...{ checked, result, text, followUp, followUpNote: '', toAgencyCode: null, recordedAt, recordedById: null },
  };
}

const nothingYet = { status: 'ordered', reportedAt: null, reportedNote: '', recheckedAt: null, recheckNote: '', overdueAt: null } as const;

/** How an order went: most were reported and passed in time, one in eight is overdue, those of late are open. */
function courseOf({ part, dueDay }: ToldFinding, today: Day) {
  const due = dueDay ?? today;
  const reported = { reportedAt: at(addDays(due, -4), '15:20'), reportedNote: '已按要求整改，附照片' };
  if (due >= today)
    return addDays(due, -4) < today && part.turn % 2 === 0 ? { ...nothingYet, status: 'reported', ...reported } : nothingYet;
  if (part.turn % 8 === 0) return { ...nothingYet, overdueAt: at(addDays(due, 1), '08:20') };
  return { ...nothingYet, ...reported, status: 'passed', recheckedAt: at(addDays(due, -1), '10:05'), recheckNote: '查看材料，已整改到位' };
}

/** The orders to correct. */
export function orderRows(story: Story, findings: readonly ToldFinding[]) {
  return findings.flatMap((finding) =>
    finding.dueDay === null
      ? []
      : [{ findingId: finding.id, demand: finding.demand, dueDay: finding.dueDay, ...courseOf(finding, story.today), recheckedById: null }],
  );
}

/** What a letter says of a matter. */
export function letterFindingOf(story: Story, finding: ToldFinding) {
  const { no, matter: code, result, text, followUp, demand, dueDay } = finding;
  const matter = known(story.matters, code);
  return {
    ...{
      no,
      matter: matter.name,
      basis: `《${matter.basisInstrument}》${sayArticles(matter.basisArticle)}`,
      checked: result !== 'cannotBeReached',
      result,
    },
    ...{ text, followUp, followUpNote: '', toAgency: null, order: dueDay === null ? null : { demand, dueDay } },
  };
}
