import { groupPublicCode } from '#domain/inspection/public-code.ts';
import { FilingStatusMark } from '#features/filing/ui/status-mark.tsx';
import { KeyValues } from '#ui/key-values.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { spanWords } from '#ui/words.ts';
import type { PhoneVisit } from '../queries/load-phone-day.ts';
import { PhoneDesk } from './phone-desk.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { StepForms } from './step-forms.tsx';

function Code({ visit, origin }: { visit: PhoneVisit; origin: string }) {
  return (
    <>
      <QrCode text={`${origin}/c/${visit.publicCode}`} label={`${visit.enterprise}的查验二维码`} />
      <p className="code mt-2">{groupPublicCode(visit.publicCode)}</p>
    </>
  );
}

function Facts({ visit, now }: { visit: PhoneVisit; now: Date }) {
  return (
    <KeyValues
      items={[
        { term: '时间', value: spanWords({ start: visit.start, end: visit.end }, now) },
        { term: '地址', value: visit.address },
        { term: '企业联系人', value: visit.contact },
        { term: '执法人员', value: visit.people.join('、') },
        { term: '备案编号', value: <a href={`/filings/${visit.id}`}>{visit.filingNo}</a> },
      ]}
    />
  );
}

type VisitPageProps = {
  readonly now: Date;
  readonly visit: PhoneVisit;
  /** Proposed for orders to correct; the inspector may change it. */
  readonly dueDay: string;
  readonly owner: string;
  readonly origin: string;
};

/** One visit of an inspector's day. */
export function VisitPage({ now, visit, dueDay, owner, origin }: VisitPageProps) {
  return (
    <div className="ph-list">
      <PageHead
        crumb={{ href: '/inspector', label: '我的检查', here: visit.enterprise }}
        title={visit.enterprise}
        note={<FilingStatusMark status={visit.status} />}
      />
      <div className="stack">
        <QueuePanel owner={owner} pages={[`/inspector/visits/${visit.id}`]} />
        <Facts visit={visit} now={now} />
        <PhoneDesk
          owner={owner}
          visit={visit}
          dueDay={dueDay}
          code={<Code visit={visit} origin={origin} />}
          forms={<StepForms visit={visit} />}
        />
      </div>
    </div>
  );
}
