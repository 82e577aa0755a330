import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { demoAccounts } from '../accounts.data.ts';
import type { InsertedFiling } from '../builders/filing.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import { newId, userIdOf } from '../builders/ids.ts';
import { known, type Story } from './story.ts';

type Told = { readonly draft: FilingDraft; readonly filing: InsertedFiling };
type Message = { readonly roles: readonly string[]; readonly event: string; readonly say: (told: Told) => string };

/** Who hears of what, by the status a filing reached; worded as the commands do. */
const messages: Partial<Record<FilingStatus, Message>> = {
  filed: { roles: ['agencyFiler'], event: 'filing.filed', say: ({ filing }) => `已备案，${filing.filingNo}` },
  filedWithCondition: { roles: ['agencyFiler'], event: 'filing.decided', say: ({ draft }) => `附条件备案，${draft.remark}` },
  submitted: { roles: ['agencyHead'], event: 'filing.submitted', say: () => '备案待批准' },
  held: { roles: ['officeClerk', 'officeDirector'], event: 'filing.held', say: () => '备案待处理' },
  returned: { roles: ['agencyFiler'], event: 'filing.decided', say: ({ draft }) => `已退回，${draft.remark}` },
};

function instantOf(draft: FilingDraft): Date | undefined {
  return draft.status === 'submitted' ? draft.submittedAt : (draft.decided?.at ?? draft.held?.at ?? draft.approvedAt);
}

/** Messages to the demo's people about the filings of the days ahead; the older half is read. */
export function tellMessages(story: Story, filings: readonly Told[]) {
  return filings.flatMap(({ draft, filing }, turn) => {
    const message = messages[draft.status];
    const createdAt = instantOf(draft);
    if (!message || !createdAt) return [];
    const text = `${known(story.enterprises, draft.uscc).name}：${message.say({ draft, filing })}`;
    const isTold = (account: (typeof demoAccounts)[number]) =>
      account.districtCode === story.districtCode &&
      message.roles.includes(account.role) &&
      (message.event === 'filing.held' || account.agencyCode === draft.agencies[0]);
    return demoAccounts.filter(isTold).map(({ username }) => ({
      ...{ id: newId(), userId: userIdOf(story.districtCode, username), event: message.event, subjectId: filing.id, text },
      ...{ href: `/filings/${filing.id}`, createdAt, readAt: turn % 2 === 0 ? null : createdAt },
    }));
  });
}
