import type { ReactNode } from 'react';
import { dayOf } from '#domain/calendar/local-day.ts';
import { sayDay } from '#domain/calendar/wording.ts';
import { groupPublicCode } from '#domain/inspection/public-code.ts';
import { FilingStatusMark } from '#features/filing/ui/status-mark.tsx';
import { buttonClass } from '#ui/button.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Fold } from '#ui/fold.tsx';
import { KeyValues } from '#ui/key-values.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { Section } from '#ui/section.tsx';
import { spanWords } from '#ui/words.ts';
import type { InspectorDay, InspectorDraw, InspectorVisit } from '../queries/load-inspector-day.ts';

function Visit({ visit, now, origin }: { visit: InspectorVisit; now: Date; origin: string }) {
  return (
    <Section title={visit.enterprise} end={<FilingStatusMark status={visit.status} />}>
      <KeyValues
        items={[
          { term: '时间', value: spanWords({ start: visit.startsAt, end: visit.endsAt }, now) },
          { term: '地址', value: visit.address },
          { term: '企业联系人', value: visit.contact },
          { term: '检查事项', value: visit.matters.join('、') },
          { term: '执法人员', value: visit.people },
          { term: '备案编号', value: <a href={`/filings/${visit.id}`}>{visit.filingNo}</a> },
        ]}
      />
      <p className="btns">
        <a className={buttonClass({ look: 'primary' })} href={`/inspector/visits/${visit.id}`}>
          办理这次检查
        </a>
      </p>
      <Fold summary="出示查验码">
        <QrCode text={`${origin}/c/${visit.publicCode}`} label={`${visit.enterprise}的查验二维码`} />
        <p className="code mt-2">{groupPublicCode(visit.publicCode)}</p>
      </Fold>
    </Section>
  );
}

const shownDraws = 5;

function DrawList({ draws, today }: { draws: readonly InspectorDraw[]; today: string }) {
  return (
    <ul className="plain-list">
      {draws.map((draw) => (
        <li key={draw.outcome}>
          <b>{draw.enterprise}</b>
          <p className="hint">
            {sayDay(draw.fromDay, today)}—{sayDay(draw.toDay, today)}　{draw.agency}　{draw.title}　{draw.drawNo}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Draws({ draws, now }: { draws: readonly InspectorDraw[]; now: Date }) {
  if (draws.length === 0) return null;
  const today = dayOf(now);
  return (
    <Section title={`抽中、待备案 ${draws.length} 户次`}>
      <DrawList draws={draws.slice(0, shownDraws)} today={today} />
      {draws.length > shownDraws ? (
        <Fold summary={`其余 ${draws.length - shownDraws} 户次`}>
          <DrawList draws={draws.slice(shownDraws)} today={today} />
        </Fold>
      ) : null}
    </Section>
  );
}

/** An inspector's visits ahead, with the code to show at the door, and the draws that name this inspector for more. */
export function InspectorDayPage({ now, visits, draws, origin, queue }: InspectorDay & { origin: string; queue: ReactNode }) {
  return (
    <div className="ph-list">
      <PageHead title="我的检查" note={`将入企 ${visits.length} 件`} />
      <div className="stack">
        {queue}
        {visits.map((visit) => (
          <Visit key={visit.id} visit={visit} now={now} origin={origin} />
        ))}
        {visits.length === 0 ? <EmptyState title="近期没有您参加的检查。" /> : null}
        <Draws draws={draws} now={now} />
      </div>
    </div>
  );
}
