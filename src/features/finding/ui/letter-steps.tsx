import type { Role } from '#domain/access/permissions.ts';
import { isPermitted } from '#domain/access/permissions.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredArea } from '#ui/answered-field.tsx';
import { Fold } from '#ui/fold.tsx';
import { type KeyValue, KeyValues } from '#ui/key-values.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { issueLetterAction, publishLetterAction, withdrawLetterAction } from '../actions.ts';
import type { PartDesk, PartView } from '../queries/load-part-desk.ts';
import { DueMark } from './due-mark.tsx';

type Props = { readonly desk: PartDesk; readonly part: PartView; readonly role: Role };

function stateOf({ desk, part }: Props): KeyValue[] {
  const { letter, publishDue } = part;
  const published = letter?.withdrawnAt ? (
    <Status look="gone">{`${momentWords(letter.withdrawnAt, desk.now)} 撤下：${letter.withdrawnReason}`}</Status>
  ) : letter?.publishedAt ? (
    <Status look="ok">{`${momentWords(letter.publishedAt, desk.now)} 公示`}</Status>
  ) : (
    <DueMark day={publishDue} today={desk.today} />
  );
  return [
    { term: '入企', value: part.checkedInAt ? momentWords(part.checkedInAt, desk.now) : part.absentAt ? '没有来' : '还没有签到' },
    { term: '离企', value: part.checkedOutAt ? momentWords(part.checkedOutAt, desk.now) : '—' },
    {
      term: '告知书',
      value: letter ? (
        <>
          <a href={`/l/${letter.code}`}>{momentWords(letter.issuedAt, desk.now)} 发出</a>　
          <a href={`/l/${letter.code}/letter.pdf`}>下载 PDF</a>
          <span className="line m mono">{letter.hash.slice(0, 32)}</span>
        </>
      ) : (
        '还没有发出'
      ),
    },
    { term: letter?.publishedAt ? '公示' : '公示期限', value: published },
  ];
}

function Issue({ desk, part }: Props) {
  const missing = part.matters.length - part.findings.length;
  const why = part.checkedOutAt === null ? '离企签退以后才能发出。' : missing > 0 ? `还有 ${missing} 个事项没有录入结果。` : '';
  return (
    <ActionForm action={issueLetterAction} errorTitle="没有发出">
      <input type="hidden" name="filing" value={desk.filing.id} />
      <p className="hint mb-3" id="issue-why">
        {why || '发出以后结果不能再改；企业会收到短信，凭链接查看。'}
      </p>
      <SubmitButton pending="正在发出" look="primary" unavailable={why !== ''} reason="issue-why">
        发出检查结果告知书
      </SubmitButton>
    </ActionForm>
  );
}

function Publish({ desk }: Props) {
  return (
    <ActionForm action={publishLetterAction} errorTitle="没有公示">
      <input type="hidden" name="filing" value={desk.filing.id} />
      <p className="hint mb-3">公示企业名称、事项、结果和后续处理，不公示检查记录的原文。</p>
      <SubmitButton pending="正在公示" look="primary">
        公示检查结果
      </SubmitButton>
    </ActionForm>
  );
}

function Withdraw({ desk }: Props) {
  return (
    <Fold summary="撤下公示">
      <ActionForm action={withdrawLetterAction} className="stack close" errorTitle="没有撤下">
        <input type="hidden" name="filing" value={desk.filing.id} />
        <AnsweredArea label="撤下的理由（对外公开）" name="reason" maxLength={500} />
        <SubmitButton pending="正在撤下" look="negative">
          撤下检查结果公示
        </SubmitButton>
      </ActionForm>
    </Fold>
  );
}

/** How far one agency's part is, and what this reader can do next with its letter. */
export function LetterSteps(props: Props) {
  const { part, role } = props;
  const { letter, isOwn } = part;
  const may = (permission: 'letter.issue' | 'letter.publish' | 'letter.withdraw') => isOwn && isPermitted(role, permission);
  return (
    <div className="stack close">
      <KeyValues items={stateOf(props)} tight />
      {!letter && part.checkedInAt && may('letter.issue') ? <Issue {...props} /> : null}
      {letter && !letter.publishedAt && may('letter.publish') ? <Publish {...props} /> : null}
      {letter?.publishedAt && !letter.withdrawnAt && may('letter.withdraw') ? <Withdraw {...props} /> : null}
    </div>
  );
}
