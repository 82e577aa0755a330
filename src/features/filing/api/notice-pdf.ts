import 'server-only';
import { groupPublicCode } from '#domain/inspection/public-code.ts';
import { kindWords, methodWords } from '#domain/inspection/words.ts';
import { env } from '#platform/env.ts';
import { makePdf } from '#platform/pdf.ts';
import type { NoticePaper } from '../queries/load-paper.ts';
import { codeBlock, facts, type Piece, sayMoment, sayVisit, section, sheetOf, signatures, table, words } from './paper-parts.ts';

const gap = { margin: [0, 0, 0, 5] };

function openingOf({ enterprise, agencies, leadAgency, siteAddress, kind, form, startsAt, endsAt }: NoticePaper): Piece[] {
  const partners = agencies.flatMap(({ isLead, agency }) => (isLead ? [] : [agency.shortName]));
  const who = partners.length > 0 ? `${leadAgency.shortName}会同${partners.join('、')}` : leadAgency.shortName;
  const when = sayVisit({ start: startsAt, end: endsAt });
  return [
    words(`${enterprise.name}（${enterprise.uscc}）：`, { bold: true, ...gap }),
    words(`${who}将于 ${when} 到${siteAddress}进行${kindWords[kind]}，方式为${methodWords[form]}。检查前已经备案。`, gap),
  ];
}

function listsOf({ matters, inspectors }: NoticePaper): Piece[] {
  const rows = matters.map(({ matter }) => [matter.name, `《${matter.basisInstrument}》${matter.basisArticle}`]);
  const people = inspectors.map(({ inspector }) => [inspector.name, inspector.agency.shortName, inspector.credentialNo ?? '无']);
  return [
    ...section('检查什么', `${rows.length} 项`, table(['事项', '依据'], [200, '*'], rows)),
    ...section('谁来检查', `${people.length} 人`, table(['姓名', '单位', '执法证号'], [90, 150, '*'], people)),
  ];
}

function rightsOf({ district }: NoticePaper): Piece[] {
  const said = [
    '人员到场后，请扫码核对，并查看执法证。来的人、查的事、到的时间与本告知书不同，或者没有备案的，您可以拒绝，也可以在查验页上反映。',
    '检查结束后，检查结果会书面告知，并按期公示。次日起您会收到评价邀请；检查单位看不到是谁评价的。',
    `有疑问请联系${district.officeName}，电话 ${district.officePhone}，${district.officeHours}。`,
  ];
  return section('您可以', '', ...said.map((text) => words(text, gap)));
}

function territoryOf({ notice, contactsTold }: NoticePaper): Piece[] {
  if (!notice && contactsTold.length === 0) return [];
  const receipt = notice?.acknowledgedAt ? `${sayMoment(notice.acknowledgedAt)} 已签收` : '待签收';
  const items: (readonly [string, string])[] = [
    ...(notice ? [['属地', `${notice.territory.name}　${sayMoment(notice.sentAt)} 告知，${receipt}`] as const] : []),
    ...(contactsTold.length > 0 ? [['联系人', contactsTold.map(({ user }) => user.name).join('、')] as const] : []),
  ];
  return section('同时告知', '', facts(items));
}

/** The notice of a visit (入企检查告知书), for the enterprise and for its territory. */
export function makeNoticePdf(filing: NoticePaper): Promise<Uint8Array> {
  const { publicCode, filingNo, filedAt, hash, district, emergency } = filing;
  const url = new URL(`/c/${publicCode}`, env().NEXTAUTH_URL).href;
  const code = codeBlock({ url, grouped: groupPublicCode(publicCode), note: '扫码或输入查验码核对真伪，无需登录。' });
  const urgent = emergency ? [words('这是紧急检查：口头报告后先行备案，备案表随后补报。', { bold: true, ...gap })] : [];
  const content = [
    { columns: [{ width: '*', stack: [...openingOf(filing), ...urgent] }, code], columnGap: 14, margin: [0, 8, 0, 0] },
    ...[...listsOf(filing), ...territoryOf(filing), ...rightsOf(filing)],
    words(`备案时间　${sayMoment(filedAt)}`, { alignment: 'right', margin: [0, 10, 0, 0] }),
    words(filing.leadAgency.shortName, { alignment: 'right' }),
    signatures('企业签收', '属地签收', '日期'),
  ];
  return makePdf(sheetOf('入企检查告知书', { district: district.name, filingNo, hash, content }));
}
