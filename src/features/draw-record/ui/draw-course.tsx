import { voidWords } from '#domain/draw/words.ts';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { momentWords } from '#ui/words.ts';
import type { PublicDraw } from '../queries/load-public-draw.ts';
import { drawHref } from './draw-href.ts';
import { Moment } from './draw-moment.tsx';
import { RoundSteps } from './draw-rounds.tsx';
import { addressOf, isOpenToObjections, publicNumberOf } from './draw-words.ts';

type Props = { readonly view: PublicDraw };

function FreezeStep({ view: { draw, shape, now } }: Props) {
  const { record } = draw;
  if (!record) return null;
  return (
    <li>
      <b>冻结名单</b>　<Moment at={record.frozenAt} now={now} />
      {record.frozenBy ? `　${record.frozenBy.name}` : ''}
      <p>候选企业、排除理由、执法人员、抽取数和方法一并冻结，先公布指纹，此后一个字都不能改。政策 {shape?.head.policy}。</p>
      <span className="hash">
        <span className="vh">名单指纹 </span>
        {record.poolHash}
      </span>
    </li>
  );
}

type Objection = PublicDraw['draw']['objections'][number];

function Answer({ objection: { upheld, answer, answeredAt }, now }: { objection: Objection; now: Date }) {
  if (upheld === null) return <Status look="wait">待答复</Status>;
  return (
    <>
      <Status look={upheld ? 'warn' : 'ok'}>{upheld ? '成立' : '不成立'}</Status>
      {answeredAt ? (
        <span>
          　<Moment at={answeredAt} now={now} />
        </span>
      ) : null}
      <p>答复：{answer}</p>
    </>
  );
}

function ObjectionStep({ view }: Props) {
  const { draw, now } = view;
  if (!draw.record) return null;
  const { objectionEnd } = draw.record;
  return (
    <li>
      <b>异议期</b>　{now < objectionEnd ? '到' : ''} <Moment at={objectionEnd} now={now} /> {now < objectionEnd ? '为止' : '已满'}
      {draw.objections.length === 0 ? <p>{now < objectionEnd ? '还没有收到异议。' : '没有收到异议。'}</p> : null}
      {isOpenToObjections(view) ? (
        <p>
          名单里的企业和执法人员可以<a href={`${drawHref(addressOf(view))}/object`}>提出异议</a>。
        </p>
      ) : null}
      {draw.objections.map((objection) => (
        <div key={objection.no} className="say">
          <p>
            第 {objection.no} 件，
            <Moment at={objection.raisedAt} now={now} />：{objection.text}
          </p>
          <Answer objection={objection} now={now} />
        </div>
      ))}
    </li>
  );
}

function NumberStep({ view: { draw, now } }: Props) {
  const wanted = publicNumberOf(draw);
  if (!wanted || draw.rounds.length === 0) return null;
  return (
    <li>
      <b>公共号码</b>　{draw.numberAt ? <Moment at={draw.numberAt} now={now} /> : null}
      <p>
        冻结时就约定用 {wanted.lottery} 第 {wanted.issue} 期，{momentWords(new Date(wanted.at), now)}{' '}
        开奖，揭示在此之前截止；两人各录一次，一致才算。
      </p>
      {draw.number ? <span className="hash">{draw.number}</span> : <Status look="wait">待开奖和录入</Status>}
    </li>
  );
}

function SeedStep({ view: { draw, now } }: Props) {
  if (!draw.result) return null;
  return (
    <li>
      <b>合成种子，排出顺序</b>　<Moment at={draw.result.drawnAt} now={now} />
      <p>
        名单指纹和各方原文{draw.number ? '、公共号码' : ''}
        合成种子；每家企业按种子算出排序值，从小到大排列，再按回避、轮换和户数上限排出执法人员。
      </p>
      <span className="hash">
        <span className="vh">种子 </span>
        {draw.result.seed}
      </span>
      <p className="mt-2">结果的指纹</p>
      <span className="hash">{draw.result.resultHash}</span>
    </li>
  );
}

function PublishStep({ view: { draw, now } }: Props) {
  if (!draw.publishedAt) return null;
  return (
    <li>
      <b>{draw.format === '' ? '登记结果' : '公布结果'}</b>　<Moment at={draw.publishedAt} now={now} />
      {draw.publishedBy ? `　${draw.publishedBy.name}` : ''}
    </li>
  );
}

function VoidStep({ view: { draw, now } }: Props) {
  if (!draw.voidedAt) return null;
  return (
    <li>
      <b>作废</b>　<Moment at={draw.voidedAt} now={now} />
      {draw.voidedBy ? `　${draw.voidedBy.agency.shortName} ${draw.voidedBy.name}` : ''}
      <p>
        <Status look="gone">{draw.voidReason ? voidWords[draw.voidReason] : '已作废'}</Status>　{draw.voidNote}
      </p>
    </li>
  );
}

/** Each step with its time and its hashes, in order, as it happens. */
export function DrawCourse({ view }: Props) {
  const isRegistered = view.draw.format === '';
  return (
    <Section title="经过" end={isRegistered ? undefined : '先冻结名单，后产生种子，任何一方都不能预知结果'} id="course">
      {isRegistered ? <p className="mb-4">这个结果在启用现行抽取规程以前产生，只登记了结果，没有冻结的名单和种子，不能复算。</p> : null}
      <ol className="steps">
        <FreezeStep view={view} />
        <ObjectionStep view={view} />
        {view.draw.rounds.map((round) => (
          <RoundSteps key={round.no} view={view} round={round} />
        ))}
        <NumberStep view={view} />
        <SeedStep view={view} />
        <PublishStep view={view} />
        <VoidStep view={view} />
      </ol>
    </Section>
  );
}
