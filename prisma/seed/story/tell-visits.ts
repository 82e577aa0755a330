import { dayOf, daysBetween } from '#domain/calendar/local-day.ts';
import { demoAccounts } from '../accounts.data.ts';
import type { InsertedFiling } from '../builders/filing.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import { enterpriseIdOf, newId, userIdOf } from '../builders/ids.ts';
import { type Connection, insertRows, type Row } from '../builders/rows.ts';
import { known, type Story } from './story.ts';
import { findingRow, orderRows, type ToldFinding, tellFindings } from './told-findings.ts';
import { letterRows } from './told-letters.ts';
import { type PastPart, tellParts, tellScan } from './told-visits.ts';

/** Fills in how the visits went: the rows themselves came with the filings. */
async function markVisited(db: Connection, parts: readonly PastPart[]): Promise<void> {
  const rows = parts.map((part) => ({
    ...{ filing: part.filing.id, agency: part.agency, came: part.checkedInAt, left: part.checkedOutAt, people: part.peopleCame },
    ...{ shown: part.shownAt, recorded: part.recordedAt, scanned: tellScan(part) },
  }));
  const item = `json_to_recordset($1::json) AS item (filing uuid, agency text, came timestamptz, "left" timestamptz, people int,
    shown timestamptz, recorded timestamptz, scanned timestamptz)`;
  await db.query(
    `UPDATE filing_agency SET checked_in_at = came, device_in_at = came, checked_out_at = item.left, device_out_at = item.left, people_came = people,
      shown_at = shown, recorded_at = recorded FROM ${item} WHERE filing_id = filing AND agency_code = agency`,
    [JSON.stringify(rows)],
  );
  await db.query(`UPDATE filing SET scanned_at = scanned FROM ${item} WHERE id = filing AND scanned IS NOT NULL`, [JSON.stringify(rows)]);
}

const alertDays = 60;

type Noticed = { readonly kind: string; readonly dedupe: string; readonly facts: Row; readonly at: Date };

function noticedOf(part: PastPart): Noticed[] {
  const dedupe = `${part.filing.id}:${part.agency}`;
  const over = Math.floor((part.checkedOutAt.getTime() - part.draft.end.getTime()) / 60_000);
  const [people, came] = [part.inspectors.length, part.peopleCame];
  return [
    ...(over > 30 ? [{ kind: 'overtime', dedupe, facts: { 超出备案时段: `${over} 分` }, at: part.checkedOutAt }] : []),
    ...(came > people ? [{ kind: 'morePeople', dedupe, facts: { 备案人数: people, 实到人数: came }, at: part.checkedInAt }] : []),
    ...(part.shownAt === null ? [{ kind: 'codeNotShown', dedupe, facts: { 出示查验码: '没有记录' }, at: part.checkedOutAt }] : []),
  ];
}

/** What the office was alerted of lately; what is older than two weeks has been handled. */
function alertRows(story: Story, parts: readonly PastPart[]) {
  const clerk = demoAccounts.find(({ districtCode, role }) => districtCode === story.districtCode && role === 'officeClerk');
  const recent = parts.filter(({ draft }) => daysBetween(dayOf(draft.start), story.today) <= alertDays);
  return recent.flatMap((part) => {
    const enterprise = known(story.enterprises, part.draft.uscc);
    const named = { 备案编号: part.filing.filingNo, 单位: known(story.agencies, part.agency).shortName, 企业: enterprise.name };
    return noticedOf(part).map(({ kind, dedupe, facts, at }) => {
      const isHandled = clerk !== undefined && daysBetween(dayOf(at), story.today) > 14;
      return {
        ...{
          id: newId(),
          districtCode: story.districtCode,
          kind,
          dedupe: `${kind}:${dedupe}`,
          filingId: part.filing.id,
          agencyCode: part.agency,
        },
        ...{ enterpriseId: enterpriseIdOf(story.districtCode, part.draft.uscc), facts: { ...named, ...facts }, raisedAt: at },
        ...{ status: isHandled ? 'handled' : 'open', handledAt: isHandled ? new Date(at.getTime() + 86_400_000) : null },
        ...{ handledById: isHandled ? userIdOf(story.districtCode, clerk.username) : null, handledNote: isHandled ? '已电话提醒单位' : '' },
      };
    });
  });
}

async function insertFindings(
  db: Connection,
  story: Story,
  told: { parts: readonly PastPart[]; findings: readonly ToldFinding[] },
): Promise<void> {
  await insertRows(db, 'finding', told.findings.map(findingRow));
  await insertRows(db, 'rectification', orderRows(story, told.findings));
  await insertRows(db, 'result_letter', letterRows(story, told.parts, told.findings));
  await insertRows(db, 'alert', alertRows(story, told.parts));
}

/** How the visits of the past went: steps, findings, orders, letters, publication, and what the office was alerted of. */
export async function tellVisits(
  db: Connection,
  story: Story,
  filed: readonly { draft: FilingDraft; filing: InsertedFiling }[],
): Promise<void> {
  const parts = tellParts(story, filed);
  await markVisited(db, parts);
  await insertFindings(db, story, { parts, findings: tellFindings(parts) });
}
