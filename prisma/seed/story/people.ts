import { demoAccounts } from '../accounts.data.ts';
import { responsibleLeaders } from '../responsible-leaders.data.ts';
import type { Story } from './story.ts';

export type People = {
  readonly author?: string;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly approver: string;
};

const sayPhone = (digits: string) => `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`;

/** Who files for an agency and who approves: the demo's people where there are any, else somebody from its register. */
export function peopleOf(story: Story, agencyCode: string): People {
  const approver = responsibleLeaders[agencyCode] ?? '';
  const filer = demoAccounts.find((account) => account.agencyCode === agencyCode && account.role === 'agencyFiler');
  if (filer) return { author: filer.username, contact: { name: filer.name, phone: sayPhone(filer.phone) }, approver };
  const officers = story.inspectors.filter((one) => one.agencyCode === agencyCode && one.credentialNo !== approver);
  const order = [...story.agencies.keys()].indexOf(agencyCode);
  return { contact: { name: officers.at(-1)?.name ?? '', phone: `199 0000 03${String(order).padStart(2, '0')}` }, approver };
}
