import { isPermitted } from '#domain/access/permissions.ts';
import { drawMoves, voidReasons } from '#domain/draw/lifecycle.ts';
import type { DrawReader } from '#domain/draw/what-now.ts';
import { voidWords } from '#domain/draw/words.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredArea, AnsweredSelect } from '#ui/answered-field.tsx';
import { buttonClass } from '#ui/button.ts';
import { Fold } from '#ui/fold.tsx';
import { KeyValues } from '#ui/key-values.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { momentWords } from '#ui/words.ts';
import { voidDrawAction } from '../actions.ts';
import { drawLabels } from '../labels.ts';
import type { DrawableEntry } from '../queries/gather-entries.ts';
import type { DrawView } from '../queries/load-draw.ts';
import type { PoolPreview } from '../queries/load-preparation.ts';
import { DrawNow } from './draw-acts.tsx';
import { Objections, Rounds, Targets } from './draw-record.tsx';
import { Preparation } from './preparation.tsx';
import { DrawMark } from './status-mark.tsx';

type Props = {
  readonly draw: DrawView;
  readonly reader: DrawReader;
  readonly preview: readonly PoolPreview[];
  readonly joinable: readonly DrawableEntry[];
};

const reasons = voidReasons.filter((reason) => reason !== 'objectionUpheld').map((reason) => ({ value: reason, label: voidWords[reason] }));

function Void({ draw }: { draw: DrawView }) {
  return (
    <Fold summary="作废这次抽取">
      <ActionForm action={voidDrawAction} className="stack close" errorTitle="没有作废">
        <input type="hidden" name="draw" value={draw.id} />
        <AnsweredSelect label="原因" name="reason" options={reasons} blank="请选择" />
        <AnsweredArea label="情况" name="note" rows={2} maxLength={500} hint="原因和情况永久公开，作废的记录不删除" />
        <SubmitButton look="negative" pending="正在作废">
          作废这次抽取
        </SubmitButton>
      </ActionForm>
    </Fold>
  );
}

function Steps({ draw }: { draw: DrawView }) {
  const { now, preparedAt, frozenAt, drawnAt, publishedAt, voidedAt, round, status } = draw;
  const isOver = status === 'void';
  const committed = ['committed', 'revealed', 'drawn', 'published'].includes(status);
  const isRevealed = ['revealed', 'drawn', 'published'].includes(status);
  const count = (phase: 'commitment' | 'reveal') => round?.parties.filter((party) => party[phase] !== null).length ?? 0;
  const step = (text: string, at: Date | null, more: { done?: boolean; wait?: string } = {}) => {
    const done = more.done ?? at !== null;
    return {
      key: text,
      text,
      done,
      time: at ? momentWords(at, now) : (more.wait ?? (done ? '已完成' : '待办')),
      dateTime: at?.toISOString(),
    };
  };
  const items = [
    step(`准备${draw.preparedBy ? `，${draw.preparedBy}` : ''}`, preparedAt),
    step('冻结名单并公开', frozenAt),
    step('异议期满', draw.objectionEnd, { done: draw.objectionEnd !== null && now >= draw.objectionEnd }),
    step('各方承诺', null, { done: committed, wait: round ? `${count('commitment')} / ${round.parties.length}` : '待办' }),
    step('各方揭示', null, { done: isRevealed, wait: committed && round ? `${count('reveal')} / ${round.parties.length}` : '待办' }),
    ...(draw.publicNumber
      ? [step('公共号码两方一致', null, { done: draw.number !== null, wait: momentWords(new Date(draw.publicNumber.at), now) })]
      : []),
    step('抽取', drawnAt),
    step('公布结果', publishedAt),
  ];
  const shown = isOver ? items.filter(({ done }) => done) : items;
  return <Timeline items={voidedAt ? [...shown, step(`作废：${draw.voidReason ? voidWords[draw.voidReason] : ''}`, voidedAt)] : shown} />;
}

function Facts({ draw }: { draw: DrawView }) {
  const items = [
    { term: '牵头单位', value: draw.agency },
    { term: '计划项', value: draw.parts.map(({ no, title, sample }) => `${no} ${title}，${sample} 家`).join('；') },
    ...(draw.subjects === null ? [] : [{ term: '可抽企业', value: `${draw.subjects} 家` }]),
    ...(draw.publicNumber
      ? [{ term: '公共号码', value: `${draw.publicNumber.lottery} ${draw.publicNumber.issue} 期${draw.number ? `：${draw.number}` : ''}` }]
      : []),
    ...(draw.poolHash ? [{ term: '名单指纹', value: <code className="hash">{draw.poolHash}</code> }] : []),
    ...(draw.seed ? [{ term: '种子', value: <code className="hash">{draw.seed}</code> }] : []),
    ...(draw.resultHash ? [{ term: '结果指纹', value: <code className="hash">{draw.resultHash}</code> }] : []),
    ...(draw.previous ? [{ term: '前一次（作废）', value: <a href={draw.previous.href}>{draw.previous.no}</a> }] : []),
    ...(draw.voidedAt ? [{ term: '作废', value: `${draw.voidedBy ?? ''}：${draw.voidNote}` }] : []),
  ];
  return <KeyValues items={items} />;
}

const publicHref = ({ districtCode, year, serial }: DrawView) => `/draws/${districtCode}/${year}-${serial}`;

function Aside({ draw, reader }: Pick<Props, 'draw' | 'reader'>) {
  const canVoid = isPermitted(reader.role, 'draw.void') && drawMoves[draw.status].includes('void') && !draw.isRegistered;
  return (
    <>
      <Section title="进度">
        <Steps draw={draw} />
      </Section>
      <Section title="概况">
        <Facts draw={draw} />
      </Section>
      {canVoid ? (
        <Section title="作废">
          <Void draw={draw} />
        </Section>
      ) : null}
    </>
  );
}

function Body({ draw, reader, preview, joinable }: Props) {
  const isOver = draw.status === 'published' || draw.status === 'void';
  return (
    <>
      {isOver ? null : (
        <Section title="现在要做" id="now">
          <DrawNow draw={draw} reader={reader} />
        </Section>
      )}
      {draw.status === 'prepared' ? <Preparation draw={draw} reader={reader} preview={preview} joinable={joinable} /> : null}
      {draw.targets.length > 0 ? (
        <Section title="抽中的企业和执法人员">
          <Targets draw={draw} reader={reader} />
        </Section>
      ) : null}
      {draw.rounds.length > 0 ? (
        <Section title="承诺和揭示">
          <Rounds draw={draw} />
        </Section>
      ) : null}
      {draw.poolHash ? (
        <Section title="异议">
          <Objections draw={draw} />
        </Section>
      ) : null}
    </>
  );
}

/** One draw for all its parties: where it stands, what I have to do, what everybody did. */
export function DrawPage(props: Props) {
  const { draw } = props;
  const name = draw.no ?? `${draw.parts[0]?.no ?? ''} 抽取`;
  return (
    <>
      <PageHead crumb={{ href: '/drawing', label: '抽取', here: name }} title={name} note={drawLabels[draw.status].means}>
        <DrawMark status={draw.status} />
        {draw.serial ? (
          <a className={buttonClass()} href={publicHref(draw)}>
            看公开页
          </a>
        ) : null}
      </PageHead>
      <div className="g">
        <div className="c8">
          <Body {...props} />
        </div>
        <div className="c4">
          <Aside {...props} />
        </div>
      </div>
    </>
  );
}
