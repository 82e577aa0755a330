import type { ReactNode } from 'react';
import type { Missing } from '#domain/draw/assigning.ts';
import { type Names, sayMissing } from '#domain/draw/officers-lacking.ts';
import { type DrawAct, type DrawReader, findAct } from '#domain/draw/what-now.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea, AnsweredText } from '#ui/answered-field.tsx';
import { RefreshEvery } from '#ui/refresh-every.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import {
  answerObjectionAction,
  commitDrawAction,
  freezeDrawAction,
  publishDrawAction,
  retryDrawAction,
  revealDrawAction,
  runDrawAction,
  typeNumberAction,
} from '../actions.ts';
import type { DrawView } from '../queries/load-draw.ts';
import { type CeremonyKey, CommitFields, RevealFields } from './ceremony.tsx';
import { deadlineWords, sayAwaited } from './words.ts';

type Props = { readonly draw: DrawView; readonly reader: DrawReader };

function ceremonyOf({ draw, reader }: Props): CeremonyKey {
  const round = draw.round?.no ?? 1;
  return { draw: draw.id, no: draw.no ?? '', round, party: reader.agencyCode, poolHash: draw.poolHash ?? '' };
}

function Submit({ children, pending }: { children: ReactNode; pending: string }) {
  return (
    <div className="btns">
      <SubmitButton look="primary" pending={pending}>
        {children}
      </SubmitButton>
    </div>
  );
}

const Id = ({ draw }: { draw: DrawView }) => <input type="hidden" name="draw" value={draw.id} />;

function Freeze({ draw }: Props) {
  return (
    <ActionForm action={freezeDrawAction} className="stack close" errorTitle="没有冻结">
      <Id draw={draw} />
      <p>冻结后名单、权重、排除理由和名单指纹立即公开，谁也不能再改；异议期从这时算起。一项只抽一次。</p>
      <Submit pending="正在冻结">冻结名单</Submit>
    </ActionForm>
  );
}

function Answer({ draw, reader }: Props) {
  const isDirector = reader.role === 'officeDirector';
  const objection = draw.objections.find(({ upheld }) => upheld === null);
  if (!objection) return null;
  return (
    <ActionForm action={answerObjectionAction} className="stack close" errorTitle="没有答复" key={objection.id}>
      <input type="hidden" name="objection" value={objection.id} />
      <p>
        第 {objection.no} 件，{objection.by}：{objection.text}
      </p>
      <AnsweredChoices
        type="radio"
        legend="异议"
        name="decision"
        value={[]}
        options={[
          { value: 'rejected', label: '不成立', note: '抽取继续' },
          ...(isDirector ? [{ value: 'upheld', label: '成立', note: '这次抽取作废，改正后重新准备' }] : []),
        ]}
      />
      <AnsweredArea
        label="答复"
        name="answer"
        rows={3}
        maxLength={1000}
        hint={isDirector ? '和异议内容一起公开' : '和异议内容一起公开。认为成立的，请主任答复'}
      />
      <Submit pending="正在答复">答复异议</Submit>
    </ActionForm>
  );
}

function Commit(props: Props) {
  return (
    <ActionForm action={commitDrawAction} className="stack close" errorTitle="没有提交">
      <Id draw={props.draw} />
      <CommitFields ceremony={ceremonyOf(props)} />
      <Submit pending="正在提交">提交承诺</Submit>
    </ActionForm>
  );
}

function Reveal(props: Props) {
  const end = props.draw.round?.revealEnd;
  return (
    <ActionForm action={revealDrawAction} className="stack close" errorTitle="没有揭示">
      <Id draw={props.draw} />
      <RevealFields ceremony={ceremonyOf(props)} />
      {end ? <p className="hint">{deadlineWords(end, props.draw.now)}。过期未揭示的，本轮作废，单位名称公开。</p> : null}
      <Submit pending="正在揭示">揭示随机数</Submit>
    </ActionForm>
  );
}

function TypeNumber({ draw }: Props) {
  const { lottery, issue } = draw.publicNumber ?? { lottery: '', issue: '' };
  return (
    <ActionForm action={typeNumberAction} className="stack close" errorTitle="没有录入">
      <Id draw={draw} />
      <AnsweredText
        label={`${lottery} ${issue} 期开奖号码`}
        name="digits"
        inputMode="numeric"
        width="m"
        maxLength={64}
        autoComplete="off"
        hint="按开奖公告的顺序连写数字。由两方各录一次，一致才算"
      />
      <Submit pending="正在录入">录入公共号码</Submit>
    </ActionForm>
  );
}

/** What exactly is missing, so that it can be made good before the next draw. */
function Lacking({ missing, names }: { missing: readonly Missing[]; names: Names }) {
  return (
    <>
      <p>执法人员不够派，没有抽成。请主任作废，补足人员或调整户数后重新准备。</p>
      <ul>
        {missing.map((lack) => (
          <li key={sayMissing(lack, names)}>{sayMissing(lack, names)}</li>
        ))}
      </ul>
    </>
  );
}

function Run({ draw }: Props) {
  if (draw.missing) return <Lacking missing={draw.missing} names={draw.names} />;
  return (
    <ActionForm action={runDrawAction} className="stack close" errorTitle="没有开始">
      <Id draw={draw} />
      <p>系统会自动抽取；久等不出时可以再按一次。结果由名单和各方随机数唯一确定，按几次都一样。</p>
      {draw.isRequested ? (
        <p role="status">
          <Status look="wait">正在抽取，算好后自动显示</Status>
        </p>
      ) : null}
      <Submit pending="正在开始">{draw.isRequested ? '再次抽取' : '开始抽取'}</Submit>
    </ActionForm>
  );
}

function Publish({ draw }: Props) {
  return (
    <ActionForm action={publishDrawAction} className="stack close" errorTitle="没有公布">
      <Id draw={draw} />
      <p>公布后企业、人员和顺位立即公开，各单位凭结果备案，抽中的执法人员会收到消息。</p>
      <Submit pending="正在公布">公布结果</Submit>
    </ActionForm>
  );
}

function Retry({ draw }: Props) {
  return (
    <ActionForm action={retryDrawAction} className="stack close" errorTitle="没有另起一轮">
      <Id draw={draw} />
      <p>名单不变，未按期的一方不再参加，其余各方重新承诺。剩下不足两方的只能作废。</p>
      <AnsweredArea label="签字意见" name="note" rows={2} maxLength={500} hint="公开" />
      <Submit pending="正在办理">签字另起一轮</Submit>
    </ActionForm>
  );
}

/** Nothing but the end is left: the form stands beside, under «作废». */
function Void() {
  return <p>这次抽取不能再进行：公共号码来不及，或剩下的参加方不足两个。请在“作废”里作废，再重新准备。</p>;
}

const forms: Readonly<Record<DrawAct, (props: Props) => ReactNode>> = {
  freeze: Freeze,
  answer: Answer,
  commit: Commit,
  reveal: Reveal,
  number: TypeNumber,
  run: Run,
  publish: Publish,
  retry: Retry,
  void: Void,
};

/** What the reader has to do now as one form, or whom the draw waits for. */
export function DrawNow(props: Props) {
  const { draw, reader } = props;
  const act = findAct(draw, reader, draw.now);
  const awaited = sayAwaited(draw, draw.now);
  const Form = act && forms[act];
  return (
    <>
      {awaited && (!act || act === 'commit') ? <p>{awaited}。</p> : null}
      {Form ? <Form {...props} /> : null}
      {awaited && (!act || draw.isRequested) ? <RefreshEvery seconds={act ? 2 : 8} /> : null}
      {awaited && !act ? (
        <p className="hint">
          现在没有要您办的。<a href={`/drawing/${draw.id}`}>看最新进度</a>
        </p>
      ) : null}
    </>
  );
}
