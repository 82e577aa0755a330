import { ActionForm } from '#ui/action-form.tsx';
import { buttonClass } from '#ui/button.ts';
import { Fold } from '#ui/fold.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { dayWords, momentWords } from '#ui/words.ts';
import { inviteVisitAction } from '../actions.ts';
import { invitationLabels } from '../labels.ts';
import type { InvitationView } from '../queries/load-answer.ts';

function Link({ link }: { link: string }) {
  return (
    <Fold summary="出示评价链接">
      <p className="hint">只给企业。打开多少次都不算评价；一次检查评价一次。</p>
      <QrCode text={link} label="评价二维码" />
      <p className="break-all">
        <a href={link} rel="noreferrer">
          {link}
        </a>
      </p>
    </Fold>
  );
}

function State({ view }: { view: InvitationView }) {
  const { status, invitedAt, closesAt, reminders, now } = view;
  const { word, look } = invitationLabels[status ?? 'due'];
  const until = closesAt ? `${dayWords(new Date(closesAt.getTime() - 1), now)} 截止` : '';
  return (
    <p>
      <Status look={look}>{word}</Status>　{invitedAt ? `${momentWords(invitedAt, now)} 发出，提醒 ${reminders} 次　` : ''}
      {until}
    </p>
  );
}

/** Where the rating of a visit stands, its link and code, and the invitation: for the office alone. */
export function InvitationPanel({ view, link }: { view: InvitationView; link: string }) {
  const isOpen = view.status === null || view.status === 'due' || view.status === 'invited';
  return (
    <Section title="企业评价">
      <State view={view} />
      {isOpen ? (
        <ActionForm action={inviteVisitAction} errorTitle="没有发出">
          <input type="hidden" name="filing" value={view.filing} />
          <div className="btns">
            <SubmitButton pending="正在发出邀请">{view.status === 'invited' ? '再发一次邀请' : '现在邀请企业评价'}</SubmitButton>
          </div>
        </ActionForm>
      ) : null}
      {view.status === 'due' || view.status === 'invited' ? <Link link={link} /> : null}
      <p className="btns mt-3">
        <a className={buttonClass({ look: 'plain' })} href="/feedback">
          看评价
        </a>
      </p>
    </Section>
  );
}
