import type { StatusLook } from '#ui/status.tsx';

/** How links are made at the moment a message is written; none of them is ever stored with it. */
export type MessageLinks = { readonly origin: string; readonly rate: (filing: string) => string };
type Params = Readonly<Record<string, string>>;
export type Written = { readonly subject: string; readonly text: string };
type Template = { readonly name: string; readonly write: (params: Params, links: MessageLinks) => Written };

const rateText = ({ day, agencies, lastDay, office }: Params) =>
  `${day} ${agencies}到贵单位检查。请用不到一分钟评价这次检查，检查单位看不到是谁评的。${lastDay}截止。${office ? `${office}　` : ''}`;

/** Every text that leaves for somebody outside, by the name under which it is queued. */
export const templates = {
  rateInvited: {
    name: '评价邀请',
    write: (params, links) => ({
      subject: `请评价${params.day}的检查`,
      text: `【宁企通】${rateText(params)}${links.rate(params.filing ?? '')}`,
    }),
  },
  rateReminded: {
    name: '评价提醒',
    write: (params, links) => ({
      subject: `提醒：请评价${params.day}的检查`,
      text: `【宁企通】还没有收到您的评价。${rateText(params)}${links.rate(params.filing ?? '')}`,
    }),
  },
  letterIssued: {
    name: '检查结果告知',
    write: ({ filingNo, agency, enterprise, code }, { origin }) => ({
      subject: `检查结果告知书　${filingNo}`,
      text: `【宁企通】${enterprise}：${agency}已出具${filingNo}的检查结果告知书。${origin}/l/${code}`,
    }),
  },
  /** Whoever works here and wants mail: the words were chosen where it was queued, the link leads behind the sign-in. */
  digest: {
    name: '消息汇总',
    write: ({ subject, text, path }, { origin }) => ({ subject: subject ?? '消息汇总', text: `${text}\n\n${origin}${path ?? '/inbox'}` }),
  },
} as const satisfies Record<string, Template>;
export type TemplateName = keyof typeof templates;

const isKnown = (template: string): template is TemplateName => Object.hasOwn(templates, template);

/** What a template is called in the list of messages. */
export function nameOfTemplate(template: string): string {
  return isKnown(template) ? templates[template].name : template;
}

/** A message as it reads; null where no template has this name. */
export function writeMessage(template: string, params: Params, links: MessageLinks): Written | null {
  return isKnown(template) ? templates[template].write(params, links) : null;
}

export const channelWords = { sms: '短信', mail: '邮件' } as const;

/** How the state of a message reads and looks; what only the demo showed says so. */
export function statusLabel({ status, sentBy }: { status: 'queued' | 'sent' | 'failed'; sentBy: string }): {
  word: string;
  look: StatusLook;
} {
  if (status === 'queued') return { word: '待发', look: 'wait' };
  if (status === 'failed') return { word: '没有发出', look: 'no' };
  return sentBy === 'demo' ? { word: '演示，未外发', look: 'note' } : { word: '已发出', look: 'ok' };
}
