import 'server-only';
import { sayDay, sayInterval } from '#domain/calendar/wording.ts';
import { followUpWords, resultWords } from '#domain/finding/codes.ts';
import type { Letter, LetterFinding, Opinion, Stroke } from '#domain/finding/letter.ts';
import { makePdf, printable } from '#platform/pdf.ts';

const line = '#b9b4a8';
const small = (text: string) => ({ text: printable(text), fontSize: 8, color: '#4a4a4a' });
const cell = (text: string) => ({ text: printable(text) });

function factsOf(letter: Letter): [string, string][] {
  return [
    ['被检查企业', `${letter.enterprise.name}　${letter.enterprise.uscc}`],
    ['检查地点', letter.site],
    ['检查单位', letter.agency],
    ['执法人员', letter.inspectors.map(({ name, credential }) => `${name} ${credential}`).join('、')],
    ['检查时间', sayInterval({ start: new Date(letter.checkedIn), end: new Date(letter.checkedOut) }, '')],
    ['现场照片', `${letter.photos.length} 张`],
  ];
}

function findingRow({ no, matter, basis, checked, result, text, followUp, followUpNote, toAgency, order }: LetterFinding) {
  const follow = [followUpWords[followUp], toAgency].filter(Boolean).join('：');
  const demanded = order ? [small(`要求：${order.demand}`), small(`期限：${sayDay(order.dueDay, '')}`)] : [];
  return [
    { stack: [cell(matter), small(basis), small(no)] },
    { stack: [cell(`${checked ? '' : '没有检查　'}${resultWords[result]}`), ...(text ? [small(text)] : [])] },
    { stack: [cell(follow), ...(followUpNote ? [small(followUpNote)] : []), ...demanded] },
  ];
}

const box = { width: 200, height: 64 };

/** The strokes as they were drawn, made to fit into the box for signatures. */
function strokesOf(strokes: readonly Stroke[]): object[] {
  const points = strokes.flat();
  const [left, top] = [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))];
  const [right, bottom] = [Math.max(...points.map(([x]) => x)), Math.max(...points.map(([, y]) => y))];
  const scale = Math.min(box.width / Math.max(1, right - left), box.height / Math.max(1, bottom - top), 1);
  return strokes.map((stroke) => ({
    ...{ type: 'polyline', lineWidth: 1.2, lineCap: 'round' },
    points: (stroke.length === 1 ? [...stroke, ...stroke] : stroke).map(([x, y]) => ({ x: (x - left) * scale, y: (y - top) * scale })),
  }));
}

function opinionBlock(opinion: Opinion | null): object[] {
  if (!opinion) return [cell('现场没有记录意见。')];
  const said = [cell(opinion.text || '没有意见'), ...(opinion.signer ? [cell(`签名人：${opinion.signer}`)] : [])];
  if (opinion.refused) return [...said, cell('企业没有签名。')];
  return opinion.strokes.length > 0 ? [...said, { canvas: strokesOf(opinion.strokes), margin: [0, 6, 0, 0] }] : said;
}

const heading = (text: string) => ({ text, bold: true, fontSize: 11, margin: [0, 12, 0, 4] });
const layout = { hLineColor: line, vLineWidth: () => 0, hLineWidth: () => 0.5, paddingLeft: () => 0, paddingRight: () => 8 };

type Paper = { readonly letter: Letter; readonly hash: string; readonly url: string };

function contentOf({ letter, hash, url }: Paper): object[] {
  const facts = factsOf(letter).map(([name, value]) => [{ text: name, bold: true }, cell(value)]);
  const found = [['事项和依据', '结果', '后续处理'].map((text) => ({ text, bold: true })), ...letter.findings.map(findingRow)];
  const qr = { width: 84, qr: url, fit: 84, eccLevel: 'M', alignment: 'right' };
  return [
    { text: '检查结果告知书', fontSize: 16, bold: true, alignment: 'center', margin: [0, 0, 0, 4] },
    { text: printable(letter.filingNo), alignment: 'center', margin: [0, 0, 0, 8] },
    { columns: [{ width: '*', table: { widths: [64, '*'], body: facts }, layout }, qr], columnGap: 16 },
    heading(`检查事项和结果　${letter.findings.length} 项`),
    { table: { headerRows: 1, dontBreakRows: true, widths: ['*', 150, 150], body: found }, layout },
    heading('企业意见'),
    { stack: opinionBlock(letter.opinion), unbreakable: true },
    heading('联系'),
    cell(`对结果有不同意见，请与检查单位或者${letter.office.name}联系：${letter.office.phone}`),
    { ...small(`校验值（SHA-256）：${hash}`), margin: [0, 8, 0, 0] },
  ];
}

/** The letter on paper: a reference layout, with the signature as it was drawn, how many photos there are, page numbers and the hash. */
export function makeLetterPdf(paper: Paper): Promise<Uint8Array> {
  const { letter, hash } = paper;
  return makePdf({
    info: { title: `检查结果告知书 ${letter.filingNo}`, subject: hash },
    pageMargins: [48, 48, 48, 48],
    header: { text: '参考样式', alignment: 'right', margin: [48, 20, 48, 0], fontSize: 8, color: '#4a4a4a' },
    footer: (page: number, pages: number) => ({
      columns: [
        { text: printable(`${letter.filingNo}　${hash.slice(0, 16)}`), width: '*' },
        { text: `第 ${page} 页 共 ${pages} 页`, width: 'auto' },
      ],
      ...{ margin: [48, 14, 48, 0], fontSize: 8, color: '#4a4a4a' },
    }),
    content: contentOf(paper),
  });
}
