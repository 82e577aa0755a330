import type { FilingBody } from '#features/filing/schema.ts';
import type { FindingItem } from '#features/finding/schema.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from './api.ts';
import { approveVisit } from './filings.ts';
import { agencyOf } from './people.ts';
import { caseVisit, freeEnterprise } from './requests.ts';

const { leng } = journey;

/** The safety bureau, which comes along with its own matter and officers. */
export const safety = {
  agency: '431103-emergency',
  matter: 'emergency-009',
  inspectors: ['DEMO-431103-U0047', 'DEMO-431103-U0048'],
} as const;

/** A case check by the market regulator and the safety bureau, each with its own matter. */
export function jointCase(nth: number, change: Partial<FilingBody> = {}): FilingBody {
  return caseVisit(leng, {
    ...{ enterprise: freeEnterprise(leng, nth), form: 'onsite', matters: [leng.matter, safety.matter], coAgencies: [safety.agency] },
    inspectors: [...leng.inspectors, ...safety.inspectors],
    ...change,
  });
}

/** As if everybody had come and gone: what the phone's steps leave behind. */
export async function visited(filing: string, { gone = true } = {}): Promise<void> {
  await asOwner(
    `UPDATE filing_agency SET checked_in_at = now() - interval '2 hours', people_came = 2, checked_out_at = CASE WHEN $2 THEN now() - interval '1 hour' END
    WHERE filing_id = $1`,
    [filing, gone],
  );
  await asOwner(`UPDATE filing SET status = CASE WHEN $2 THEN 'left' ELSE 'checkedIn' END::filing_status WHERE id = $1`, [filing, gone]);
}

/** A joint case check that was filed, and took place. */
export async function visitedCase(nth: number, { gone = true, ...change }: Partial<FilingBody> & { gone?: boolean } = {}): Promise<string> {
  const [filer, head] = await Promise.all([agencyOf('shenleyu'), agencyOf('zengli')]);
  const { id } = await approveVisit(filer, head, jointCase(nth, change));
  await visited(id, { gone });
  return id;
}

/** A finding that nothing speaks against. */
export function finding(matter: string, change: Partial<FindingItem> = {}): FindingItem {
  const clean = { checked: true, result: 'nothingFound', text: '', followUp: 'none', followUpNote: '' } as const;
  return { matter, ...clean, toAgency: null, demand: '', dueDay: null, ...change };
}

/** The same with an order, due in two weeks. */
export function order(matter: string, change: Partial<FindingItem> = {}): FindingItem {
  const dueDay = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  return finding(matter, { result: 'toBeFollowed', text: '台账不全', followUp: 'orderToCorrect', demand: '补齐台账', dueDay, ...change });
}
