import type { ReactNode } from 'react';
import { plainDayOf } from '#domain/calendar/iso.ts';
import { ownedBy } from '#domain/inspection/own-part.ts';
import { groupPublicCode } from '#domain/inspection/public-code.ts';
import { formWords } from '#domain/inspection/words.ts';
import { drawHref } from '#features/draw-record/ui/draw-href.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { type KeyValue, KeyValues } from '#ui/key-values.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { Section } from '#ui/section.tsx';
import { momentWords, spanWords } from '#ui/words.ts';
import { exemptionWords, kindWords, triggerWords } from '../labels.ts';
import type { FilingView } from '../queries/load-filing.ts';

const plainDay = (day: Date | null) => (day ? plainDayOf(day) : '无');

function partiesOf(filing: FilingView): KeyValue[] {
  const partners = filing.agencies.filter(({ isLead }) => !isLead).map(({ agency }) => agency.shortName);
  const approved =
    filing.approver && filing.approvedAt
      ? `　负责人批准：${filing.approver.name}，${momentWords(filing.approvedAt, filing.approvedAt)}`
      : '　待负责人批准';
  return [
    { term: '牵头单位', value: `${filing.leadAgency.shortName}${approved}` },
    { term: '协同单位', value: partners.length > 0 ? partners.join('、') : '无' },
  ];
}

function groundsOf(filing: FilingView): KeyValue[] {
  const { trigger, exemption, overCapReason } = filing.request;
  return [
    ...(trigger ? [{ term: '检查缘由', value: `${triggerWords[trigger.type]}　${trigger.reference}` }] : []),
    ...(exemption ? [{ term: '例外情形', value: `${exemptionWords[exemption.code]}　${exemption.evidence}　${exemption.reason}` }] : []),
    ...(overCapReason ? [{ term: '超频次理由', value: overCapReason }] : []),
  ];
}

function Entry({ filing: { kind, planEntry, drawOutcome } }: { filing: FilingView }) {
  const entry = planEntry ? `，计划项 ${planEntry.no} ${planEntry.title}` : '';
  return (
    <>
      {kindWords[kind]}
      {entry}
      {drawOutcome ? (
        <>
          ，<a href={drawHref({ ...drawOutcome.draw, district: drawOutcome.draw.districtCode })}>{drawOutcome.draw.no}</a> 第{' '}
          {drawOutcome.position} 位
        </>
      ) : null}
    </>
  );
}

function sayNotice({ notice, filingNo, verdict }: FilingView): string {
  if (notice)
    return `${notice.territory.name}　${momentWords(notice.sentAt, notice.sentAt)} 已告知，${notice.acknowledgedAt ? '已签收' : '待签收'}`;
  const isDue = verdict?.findings.some(({ rule, outcome }) => rule === 'territory-notice' && outcome === 'duty');
  return !filingNo && isDue ? '备案后自动告知' : '不须告知';
}

/** Who is inspected, by whom, when, on what ground. */
export function FilingParties({ filing }: { filing: FilingView }) {
  const { enterprise } = filing;
  const nth = filing.nthByAll ? `　本年第 ${filing.nthByAll} 次入企（牵头单位第 ${filing.nthByAgency} 次）` : '';
  const items: KeyValue[] = [
    {
      term: '企业',
      value: (
        <>
          <b>{enterprise.name}</b>　{enterprise.uscc}
          {enterprise.keyEnterprise ? '　重点企业' : ''}
        </>
      ),
    },
    { term: '地址', value: filing.siteAddress },
    ...partiesOf(filing),
    { term: '检查类型', value: <Entry filing={filing} /> },
    ...groundsOf(filing),
    { term: '时间', value: `${spanWords({ start: filing.startsAt, end: filing.endsAt }, filing.submittedAt)}${nth}` },
    { term: '属地告知', value: sayNotice(filing) },
    { term: '经办人', value: [filing.handlerName, filing.handlerPhone].filter(Boolean).join('　') },
  ];
  return (
    <Section title="检查谁、谁来查" className="main1">
      <KeyValues items={items} />
    </Section>
  );
}

type MatterRow = FilingView['matters'][number];
type InspectorRow = FilingView['inspectors'][number];

function partiesIn({ agencies }: FilingView) {
  const parties = agencies.map(({ isLead, agency }) => ({ ...agency, isLead }));
  return parties.toSorted((one, other) => Number(other.isLead) - Number(one.isLead) || one.code.localeCompare(other.code));
}

type Owned<Row> = { readonly rows: readonly Row[]; readonly isOf: (row: Row, party: { code: string; kind: string | null }) => boolean };

/** Of a joint visit each agency's own apart, the lead's first; of any other all in one. */
function Apart<Row>({
  filing,
  owned,
  children,
}: {
  filing: FilingView;
  owned: Owned<Row>;
  children: (rows: readonly Row[], whose: string) => ReactNode;
}) {
  const parties = partiesIn(filing);
  if (parties.length < 2) return children(owned.rows, '');
  const parts = ownedBy(parties, owned.rows, owned.isOf);
  return parties.map(({ code, shortName, isLead }) => {
    const rows = parts.get(code) ?? [];
    return (
      <Section key={code} title={`${shortName}${isLead ? '（牵头）' : ''}`} sub>
        {rows.length > 0 ? children(rows, shortName) : <p className="m">由牵头单位办理。</p>}
      </Section>
    );
  });
}

/** The matters with their basis. */
export function FilingMatters({ filing }: { filing: FilingView }) {
  const columns: Column<MatterRow>[] = [
    { key: 'name', head: '事项', rowHead: true, cell: ({ matter }) => matter.name },
    { key: 'basis', head: '依据', cell: ({ matter }) => `《${matter.basisInstrument}》${matter.basisArticle}` },
    { key: 'form', head: '方式', nowrap: true, cell: () => formWords[filing.form] },
  ];
  const owned: Owned<MatterRow> = { rows: filing.matters, isOf: ({ matter }, { kind }) => matter.agencyKind === kind };
  return (
    <Section title="检查事项" end={`${filing.matters.length} 项，同次完成`}>
      <Apart filing={filing} owned={owned}>
        {(rows, whose) => (
          <DataTable label={`${whose}检查事项表`} look="rows" rows={rows} rowKey={({ matter }) => matter.code} columns={columns} />
        )}
      </Apart>
    </Section>
  );
}

/** The outcomes that the visit rests on, its own last: those of a joint visit draw the other agencies' people. */
function outcomesOf({ drawOutcome }: FilingView) {
  return drawOutcome ? [...(drawOutcome.jointVisit?.outcomes ?? []), drawOutcome] : [];
}

/** The inspectors with their credentials, and how they came to be named. */
export function FilingInspectors({ filing }: { filing: FilingView }) {
  const drawn = new Map(
    outcomesOf(filing).flatMap(({ draw, assignments }) => assignments.map((one) => [one.inspectorId, { draw, ...one }])),
  );
  const sayHow = (id: string) => {
    const one = drawn.get(id);
    return one ? `${one.draw.no}，第 ${one.position} 位` : '指派';
  };
  const columns: Column<InspectorRow>[] = [
    { key: 'name', head: '姓名', nowrap: true, rowHead: true, cell: ({ inspector }) => inspector.name },
    { key: 'agency', head: '单位', nowrap: true, cell: ({ inspector }) => inspector.agency.shortName },
    { key: 'credential', head: '执法证号', nowrap: true, cell: ({ inspector }) => inspector.credentialNo ?? '无' },
    { key: 'validTo', head: '有效期至', nowrap: true, cell: ({ inspector }) => plainDay(inspector.validTo) },
    { key: 'how', head: '产生方式', cell: ({ inspectorId }) => sayHow(inspectorId) },
  ];
  const owned: Owned<InspectorRow> = { rows: filing.inspectors, isOf: ({ inspector }, { code }) => inspector.agencyCode === code };
  return (
    <Section title="执法人员" end={`${filing.inspectors.length} 人`}>
      <Apart filing={filing} owned={owned}>
        {(rows, whose) => (
          <DataTable label={`${whose}执法人员表`} look="rows" rows={rows} rowKey={({ inspectorId }) => inspectorId} columns={columns} />
        )}
      </Apart>
    </Section>
  );
}

/** The public code with its QR; only a filing that was numbered has one. */
export function FilingCode({ filing, origin }: { filing: FilingView; origin: string }) {
  if (!filing.publicCode) return null;
  const url = `${origin}/c/${filing.publicCode}`;
  return (
    <Section title="查验码" className="code1">
      <QrCode text={url} label="查验二维码" />
      <p className="code mt-2">
        <a href={url}>{groupPublicCode(filing.publicCode)}</a>
      </p>
      <p className="hint">企业扫码或输入查验码，无需登录。仅对这家企业、这个时段、这 {filing.inspectors.length} 名人员有效。</p>
    </Section>
  );
}
