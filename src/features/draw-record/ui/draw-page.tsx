import { voidWords } from '#domain/draw/words.ts';
import { DrawMark } from '#features/draw/ui/status-mark.tsx';
import { sayAwaited } from '#features/draw/ui/words.ts';
import { buttonClass } from '#ui/button.ts';
import { Figures } from '#ui/figures.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { RefreshEvery } from '#ui/refresh-every.tsx';
import { momentWords } from '#ui/words.ts';
import type { PublicDraw } from '../queries/load-public-draw.ts';
import { DrawCourse } from './draw-course.tsx';
import { figuresOf } from './draw-figures.ts';
import { drawHref } from './draw-href.ts';
import { DrawOutcomes } from './draw-outcomes.tsx';
import { DrawPool } from './draw-pool.tsx';
import { addressOf, isOpenToObjections, isUnderWay, progressOf } from './draw-words.ts';
import { VerifySection } from './verify-section.tsx';

type Props = { readonly view: PublicDraw };

function Entries({ view: { draw } }: Props) {
  return draw.entries.map(({ planEntryId, entry }) => (
    <span key={planEntryId} className="line">
      {entry.title}　计划项{' '}
      <a href={`/plans/${draw.districtCode}/${entry.plan.year}?q=${encodeURIComponent(entry.no)}#${encodeURIComponent(entry.no)}`}>
        {entry.no}
      </a>
    </span>
  ));
}

function Head({ view }: Props) {
  const { draw } = view;
  const name = draw.no ?? '';
  return (
    <>
      <PageHead
        crumb={{ href: `/draws?district=${draw.districtCode}`, label: '抽取公开', here: name }}
        title={name}
        note={<DrawMark status={draw.status} />}
      >
        {isOpenToObjections(view) ? (
          <a className={buttonClass({ look: 'primary' })} href={`${drawHref(addressOf(view))}/object`}>
            对名单提出异议
          </a>
        ) : null}
      </PageHead>
      <p className="mb-4">
        {draw.district.name}　{draw.agency.shortName}牵头
        {draw.entries.length > 1 ? `　${draw.entries.length} 个计划项一起抽，同一个名单、同一个种子` : ''}
        <Entries view={view} />
      </p>
    </>
  );
}

function Voided({ view: { draw, now } }: Props) {
  if (!draw.voidedAt) return null;
  return (
    <div className="say no mb-6">
      <p>
        <b>这次抽取已作废，不能凭它备案。</b>
        {draw.voidReason ? voidWords[draw.voidReason] : ''}：{draw.voidNote}
      </p>
      <p className="s">
        {draw.voidedBy ? `${draw.voidedBy.agency.shortName} ${draw.voidedBy.name}，` : ''}
        {momentWords(draw.voidedAt, now)}。作废的记录永久公开。
      </p>
    </div>
  );
}

function Neighbours({ view: { draw } }: Props) {
  const link = (other: { no: string | null; year: number; serial: number | null }) => (
    <a href={drawHref({ ...other, district: draw.districtCode })}>{other.no}</a>
  );
  if (!draw.previous && draw.next.length === 0) return null;
  return (
    <p className="mb-4">
      {draw.previous ? <>前一次（作废）：{link(draw.previous)}　</> : null}
      {draw.next.map((next) => (
        <span key={next.no}>作废后重新抽取：{link(next)}　</span>
      ))}
    </p>
  );
}

function Live({ view }: Props) {
  if (view.draw.format === '' || !isUnderWay(view.draw)) return null;
  return (
    <>
      <p className="say wait mb-6">正在进行：{sayAwaited(progressOf(view.draw), view.now)}。这一页每 10 秒自动更新。</p>
      <RefreshEvery seconds={10} />
    </>
  );
}

function Received({ view, objection }: Props & { objection: number | undefined }) {
  if (!view.draw.objections.some(({ no }) => no === objection)) return null;
  return (
    <div className="say ok mb-6" role="status">
      <p>
        <b>已收到，是第 {objection} 件异议。</b>答复以后会登在下面的“异议期”里；答复之前，各方不能承诺。请记下这个编号。
      </p>
    </div>
  );
}

/** A draw for everybody, live while it happens and for ever after: what was frozen, who did what when, what was drawn, and how to check it. */
export function PublicDrawPage({ view, objection }: Props & { objection: number | undefined }) {
  return (
    <>
      <Head view={view} />
      <Received view={view} objection={objection} />
      <Voided view={view} />
      <Live view={view} />
      <Neighbours view={view} />
      <Figures items={figuresOf(view)} />
      <div className="g mt-8">
        <div className="c7 stack">
          <DrawCourse view={view} />
          <DrawOutcomes view={view} />
        </div>
        <div className="c5 stack">
          <VerifySection view={view} />
          <DrawPool view={view} />
        </div>
      </div>
    </>
  );
}
