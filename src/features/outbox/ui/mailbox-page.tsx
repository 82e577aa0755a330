import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { momentWords } from '#ui/words.ts';
import { channelWords, type MessageLinks, writeMessage } from '../labels.ts';
import type { Letter } from '../queries/list-messages.ts';

/** The text with its address as a link, as a telephone shows it. */
function Linked({ text }: { text: string }) {
  const [before = '', address, after = ''] = text.split(/(https?:\/\/\S+)/);
  return (
    <p className="break-all">
      {before}
      {address ? <a href={address}>{address}</a> : null}
      {after}
    </p>
  );
}

function LetterItem({ letter, links, now }: { letter: Letter; links: MessageLinks; now: Date }) {
  const written = writeMessage(letter.template, letter.params, links);
  if (!written) return null;
  return (
    <Section sub title={written.subject} end={momentWords(letter.sentAt, now)}>
      <p className="hint">
        {channelWords[letter.channel]}　{letter.recipient}
      </p>
      <Linked text={written.text} />
    </Section>
  );
}

/** Demo only: what the enterprise's telephone and mailbox would show, the latest first. */
export function MailboxPage({ letters, links, now }: { letters: readonly Letter[]; links: MessageLinks; now: Date }) {
  return (
    <div className="stack close ph-list">
      <PageHead title="演示信箱" />
      <p className="hint">演示没有接短信网关和邮件服务器，发给企业的消息显示在这里。正式运行没有这一页。</p>
      {letters.length === 0 ? <EmptyState title="还没有消息。" condition="检查结束后，办公室发出评价邀请，就会出现在这里。" /> : null}
      {letters.map((letter) => (
        <LetterItem key={letter.id} letter={letter} links={links} now={now} />
      ))}
    </div>
  );
}
