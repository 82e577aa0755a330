import type { Role } from '#domain/access/permissions.ts';
import { KeyValues } from '#ui/key-values.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { momentWords } from '#ui/words.ts';
import { acknowledgedWords } from '../labels.ts';
import { PhoneNotice } from './phone-notice.tsx';

type Told = {
  readonly filing: string;
  readonly enterprise: string;
  /** Whether the visit may still come. */
  readonly isStanding: boolean;
  readonly notice: {
    readonly territory: { readonly name: string };
    readonly sentAt: Date;
    readonly acknowledgedAt: Date | null;
    readonly acknowledgedHow: 'inApp' | 'phone' | null;
    readonly acknowledgedBy: { readonly name: string } | null;
    readonly note: string;
  } | null;
  readonly contacts: readonly { readonly sentAt: Date; readonly readAt: Date | null; readonly user: { readonly name: string } }[];
};

function sayReceipt(notice: NonNullable<Told['notice']>): string {
  const { acknowledgedAt, acknowledgedHow, acknowledgedBy, note } = notice;
  if (!acknowledgedAt) return '';
  const who = acknowledgedHow === 'phone' ? `${note}，办公室${acknowledgedBy?.name ?? ''}记录` : (acknowledgedBy?.name ?? '');
  return [momentWords(acknowledgedAt, acknowledgedAt), acknowledgedHow ? acknowledgedWords[acknowledgedHow] : '', who]
    .filter(Boolean)
    .join('　');
}

/** Who was told of a visit and who has said so; the office may take the territory's word on the telephone. */
export function NoticeSection({ filing, enterprise, isStanding, notice, contacts, role }: Told & { readonly role: Role }) {
  if (!notice) return null;
  const isOffice = role === 'officeClerk' || role === 'officeDirector';
  const read = contacts.map(({ user, readAt }) => ({
    term: user.name,
    value: readAt ? `${momentWords(readAt, readAt)} 已阅` : '未阅',
  }));
  return (
    <Section
      title="属地告知"
      className="noprint"
      end={notice.acknowledgedAt ? <Status look="ok">已签收</Status> : <Status look="wait">待签收</Status>}
    >
      <KeyValues
        items={[
          { term: notice.territory.name, value: `${momentWords(notice.sentAt, notice.sentAt)} 告知` },
          ...(notice.acknowledgedAt ? [{ term: '签收', value: sayReceipt(notice) }] : []),
          ...read,
        ]}
      />
      {isOffice && isStanding && !notice.acknowledgedAt ? (
        <PhoneNotice filing={filing} sentAt={notice.sentAt} enterprise={enterprise} />
      ) : null}
    </Section>
  );
}
