import 'server-only';
import { dayOf } from '#domain/calendar/local-day.ts';
import { kindWords, methodWords } from '#domain/inspection/words.ts';
import { sayItemDays, sayMonths, sayQuota, saySource } from '#domain/plan/plan-item.ts';
import { makePdf, printable } from '#platform/pdf.ts';
import { sayFigures } from '../labels.ts';
import type { PublishedEntry } from '../queries/load-plan.ts';
import type { WholePlan } from '../queries/load-plan-page.ts';

const line = '#b9b4a8';
const heads = ['编号', '名称、事项与依据', '单位', '时间与数量', '对象与来源'];

const small = (text: string) => ({ text: printable(text), fontSize: 7.5, color: '#4a4a4a' });

function nameCell({ title, kind, form, parties, details, approvalDocument }: PublishedEntry) {
  const isAlone = details.length === 1 && details[0]?.name === title;
  const matters = details.map(({ name, instrument, article, agency }) => {
    const who = agency && parties.length > 1 ? `（${agency}）` : '';
    return small(`${isAlone ? '' : `${name}${who}：`}《${instrument}》${article}`);
  });
  const document = approvalDocument ? [small(`批准文件：${approvalDocument}`)] : [];
  return { stack: [{ text: printable(title), bold: true }, small(`${kindWords[kind]}　${methodWords[form]}`), ...matters, ...document] };
}

function rowOf(entry: PublishedEntry) {
  const { no, parties, months, poolLabel, source } = entry;
  const agencies = parties.map(({ name, isLead }) => (isLead && parties.length > 1 ? `${name}（牵头）` : name));
  return [
    { text: no, noWrap: true },
    nameCell(entry),
    { stack: agencies.map((name) => ({ text: printable(name) })) },
    { stack: [{ text: sayItemDays(entry) }, { text: sayQuota(entry) }, ...(months.length > 0 ? [small(sayMonths(months))] : [])] },
    { stack: [{ text: printable(poolLabel || '—') }, small(saySource(source))] },
  ];
}

function titleBlock({ head, entries, hash, url }: WholePlan) {
  const said = [
    `${head.name}　${dayOf(head.publishedAt).replace(/-0?(\d+)-0?(\d+)$/, '年$1月$2日')}公示　共 ${entries.length} 项`,
    ...sayFigures(head.figures),
    ...(head.note ? [head.note] : []),
    `${head.officeName}　${head.officePhone}`,
  ];
  const words = said.map((text) => ({ text: printable(text), margin: [0, 0, 0, 3] }));
  const record = [small('扫码看公示页面和最新一版，核对本件的校验值（SHA-256）：'), { text: hash, fontSize: 7.5 }];
  return {
    columns: [
      { width: '*', stack: [...words, ...record] },
      { width: 84, qr: url, fit: 84, eccLevel: 'M', alignment: 'right' },
    ],
    columnGap: 16,
    margin: [0, 0, 0, 10],
  };
}

/** One version as a document on paper: every page says which plan it is, which page of how many, and the hash of the record. */
export function makePlanPdf(plan: WholePlan): Promise<Uint8Array> {
  const { head, entries, hash } = plan;
  const title = `${head.districtName} ${head.year} 年度涉企检查计划`;
  const widths = [48, '*', 88, 92, 78];
  const layout = {
    hLineColor: line,
    vLineWidth: () => 0,
    hLineWidth: (row: number) => (row < 2 ? 1 : 0.5),
    paddingLeft: () => 0,
    paddingRight: () => 8,
  };
  return makePdf({
    info: { title: `${title} ${head.name}`, subject: hash },
    pageMargins: [42, 48, 42, 48],
    footer: (page: number, pages: number) => ({
      columns: [
        { text: `${head.name}　${hash.slice(0, 16)}`, width: '*' },
        { text: `第 ${page} 页 共 ${pages} 页`, width: 'auto' },
      ],
      ...{ margin: [42, 14, 42, 0], fontSize: 8, color: '#4a4a4a' },
    }),
    content: [
      { text: printable(title), fontSize: 16, bold: true, margin: [0, 0, 0, 8] },
      titleBlock(plan),
      {
        table: { headerRows: 1, dontBreakRows: true, widths, body: [heads.map((text) => ({ text, bold: true })), ...entries.map(rowOf)] },
        layout,
      },
    ],
  });
}
