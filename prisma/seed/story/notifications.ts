import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { demoAccounts } from '../accounts.data.ts';
import type { InsertedFiling } from '../builders/filing.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import { newId, userIdOf } from '../builders/ids.ts';
import { known, type Story } from './story.ts';

type Message = {
  readonly roles: readonly string[];
  readonly event: string;
  readonly say: (name: string, filing: InsertedFiling) => string;
};

/** Who hears of what, by the status a filing reached. */
const messages: Partial<Record<FilingStatus, Message>> = {
  filed: { roles: ['agencyFiler'], event: 'filing.filed', say: (name, { filingNo }) => `${name}：已备案，${filingNo}` },
  filedWithCondition: {
    roles: ['agencyFiler'],
    event: 'filing.filedWithCondition',
    say: (name, { filingNo }) => `${name}：附条件备案，${filingNo}`,
  },
  submitted: { roles: ['agencyHead'], event: 'filing.submitted', say: (name) => `${name}：备案等您批准` },
  held: { roles: ['officeClerk', 'officeDirector'], event: 'filing.held', say: (name) => `${name}：备案待营商办处理` },
  returned: { roles: ['agencyFiler'], event: 'filing.returned', say: (name) => `${name}：备案已退回，请补充理由` },
};

function instantOf(draft: FilingDraft): Date | undefined {
  return draft.status === 'submitted' ? draft.submittedAt : (draft.decided?.at ?? draft.held?.at ?? draft.approvedAt);
}

/** Messages to the demo's people about the filings of the days ahead; the older half is read. */
export function tellMessages(story: Story, filings: readonly { readonly draft: FilingDraft; readonly filing: InsertedFiling }[]) {
  return filings.flatMap(({ draft, filing }, turn) => {
    const message = messages[draft.status];
    const createdAt = instantOf(draft);
    if (!message || !createdAt) return [];
    const text = message.say(known(story.enterprises, draft.uscc).name, filing);
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
