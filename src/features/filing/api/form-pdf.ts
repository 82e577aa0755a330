import 'server-only';
import { titleOfRule } from '#domain/inspection/entry-rules.ts';
import { groupPublicCode } from '#domain/inspection/public-code.ts';
import { formWords } from '#domain/inspection/words.ts';
import { env } from '#platform/env.ts';
import { makePdf } from '#platform/pdf.ts';
import { eventWords, exemptionWords, kindWords, outcomeLabels, statusLabels, triggerWords } from '../labels.ts';
import type { FormPaper } from '../queries/load-paper.ts';
import {
  codeBlock,
  dayText,
  facts,
  type Piece,
  sayMoment,
  sayVisit,
  section,
  sheetOf,
  signatures,
  small,
  table,
  words,
} from './paper-parts.ts';

type Fact = readonly [term: string, value: string];

const visitOf = ({ startsAt, endsAt }: FormPaper) => sayVisit({ start: startsAt, end: endsAt });

function sayNotice({ notice, contactsTold }: FormPaper): string {
  if (!notice) return '不须告知';
  const receipt = notice.acknowledgedAt ? `${sayMoment(notice.acknowledgedAt)} 已签收` : '待签收';
  const contacts = contactsTold.length > 0 ? `　联系人：${contactsTold.map(({ user }) => user.name).join('、')}` : '';
  return `${notice.territory.name}　${sayMoment(notice.sentAt)} 已告知，${receipt}${contacts}`;
}

function sayKind({ kind, planEntry, drawOutcome }: FormPaper): string {
  const entry = planEntry ? `，计划项 ${planEntry.no} ${planEntry.title}` : '';
  return `${kindWords[kind]}${entry}${drawOutcome ? `，${drawOutcome.draw.no} 第 ${drawOutcome.position} 位` : ''}`;
}

function claimsOf({ request: { trigger, exemption, overCapReason } }: FormPaper): Fact[] {
  const claims: (Fact | null)[] = [
    trigger && ['检查缘由', `${triggerWords[trigger.type]}　${trigger.reference}`],
    exemption && ['例外情形', `${exemptionWords[exemption.code]}　${exemption.evidence}　${exemption.reason}`],
    overCapReason ? ['超频次理由', overCapReason] : null,
  ];
  return claims.filter((claim) => claim !== null);
}

function factsOf(filing: FormPaper): Fact[] {
  const { enterprise, agencies, leadAgency, approver, approvedAt } = filing;
  const partners = agencies.flatMap(({ isLead, agency }) => (isLead ? [] : [agency.shortName]));
  const approved = approver && approvedAt ? `　负责人批准：${approver.name}，${sayMoment(approvedAt)}` : '';
  const nth = filing.nthByAll ? `　本年第 ${filing.nthByAll} 次入企（牵头单位第 ${filing.nthByAgency} 次）` : '';
  return [
    ['企业', `${enterprise.name}　${enterprise.uscc}${enterprise.keyEnterprise ? '　重点企业' : ''}`],
    ['地址', filing.siteAddress],
    ['牵头单位', `${leadAgency.shortName}${approved}`],
    ['协同单位', partners.length > 0 ? partners.join('、') : '无'],
    ['检查类型', sayKind(filing)],
    ...claimsOf(filing),
    ['时间', `${visitOf(filing)}${nth}`],
    ['属地告知', sayNotice(filing)],
    ['经办人', [filing.handlerName, filing.handlerPhone].filter(Boolean).join('　')],
  ];
}

/** How each inspector came to be named: by which draw, or appointed. */
function drawnOf({ drawOutcome }: FormPaper): Map<string, string> {
  const outcomes = drawOutcome ? [...(drawOutcome.jointVisit?.outcomes ?? []), drawOutcome] : [];
  return new Map(
    outcomes.flatMap(({ draw, assignments }) => assignments.map((one) => [one.inspectorId, `${draw.no}，第 ${one.position} 位`])),
  );
}

function listsOf(filing: FormPaper): Piece[] {
  const drawn = drawnOf(filing);
  const matters = filing.matters.map(({ matter }) => [
    matter.name,
    `《${matter.basisInstrument}》${matter.basisArticle}`,
    formWords[filing.form],
  ]);
  const people = filing.inspectors.map(({ inspectorId, inspector }) => [
    ...[inspector.name, inspector.agency.shortName, inspector.credentialNo ?? '无'],
    ...[dayText(inspector.validTo), drawn.get(inspectorId) ?? '指派'],
  ]);
  return [
    ...section('检查事项', `${matters.length} 项，同次完成`, table(['事项', '依据', '方式'], [170, '*', 40], matters)),
    ...section(
      '执法人员',
      `${people.length} 人`,
      table(['姓名', '单位', '执法证号', '有效期至', '产生方式'], [60, 90, 130, 70, '*'], people),
    ),
  ];
}

function verdictOf({ verdict }: FormPaper): Piece[] {
  if (!verdict || verdict.findings.length === 0) return [];
  const rows = verdict.findings
    .filter(({ outcome }) => outcome !== 'notApplicable')
    .map(({ rule, outcome, title, basis }) => [
      ...[titleOfRule(rule), outcomeLabels[outcome].word, title],
      small([basis.instrument, basis.locator].filter(Boolean).join('，')),
    ]);
  return section('为什么可以', `政策 ${verdict.policy}`, table(['规则', '结论', '用到的事实', '依据'], [70, 40, '*', 170], rows));
}

const partWords: Readonly<Record<string, string>> = { people: '人员', dates: '时间', scope: '检查内容', agencies: '参加单位' };

function changesOf({ acts }: FormPaper): Piece[] {
  if (acts.length === 0) return [];
  const rows = acts.map(({ no, registeredAt, touches, reason, agency }) => [
    ...[`变更 ${no ?? ''}`, registeredAt ? sayMoment(registeredAt) : '', agency],
    ...[touches.map((part) => partWords[part] ?? part).join('、'), reason],
  ]);
  return section('变更登记', `${acts.length} 次`, table(['次', '时间', '单位', '改动', '理由'], [45, 95, 80, 60, '*'], rows));
}

function historyOf({ history, submittedAt, handlerName, filedAt }: FormPaper): Piece[] {
  const told = history.map(({ event, at, who, reason }) => ({
    at,
    text: [eventWords[event] ?? event, who, reason].filter(Boolean).join('　'),
  }));
  const kept = [
    { at: submittedAt, text: [eventWords['filing.submitted'], handlerName].filter(Boolean).join('　') },
    { at: filedAt, text: eventWords['filing.filed'] ?? '' },
  ];
  const rows = (told.length > 0 ? told : kept).flatMap(({ at, text }) => (at ? [[sayMoment(at), text]] : []));
  return section('办理记录', '', table(['时间', '事项'], [110, '*'], rows));
}

function marksOf({ emergency, status, remark, decidedBy, district }: FormPaper): Piece[] {
  const urgent = emergency ? [words('紧急检查：口头报告后先行备案，事后补报。', { bold: true, margin: [0, 0, 0, 4] })] : [];
  const said = remark
    ? [words(decidedBy ? `${district.officeName}意见（${decidedBy.name}）：${remark}` : `说明：${remark}`, { margin: [0, 0, 0, 4] })]
    : [];
  return [words(`状态：${statusLabels[status].word}`, { alignment: 'center', margin: [0, 0, 0, 6] }), ...urgent, ...said];
}

/** The filing form (入企检查备案表) on paper: what the filing's page says, with places to sign. */
export function makeFormPdf(filing: FormPaper): Promise<Uint8Array> {
  const [filingNo, publicCode] = [filing.filingNo ?? '', filing.publicCode ?? ''];
  const hash = filing.history.at(-1)?.hash ?? null;
  const grouped = groupPublicCode(publicCode);
  const note = `扫码或输入查验码，无需登录。仅对这家企业、这个时段、这 ${filing.inspectors.length} 名人员有效。`;
  const code = codeBlock({ url: new URL(`/c/${publicCode}`, env().NEXTAUTH_URL).href, grouped, note });
  const content = [
    ...marksOf(filing),
    { columns: [{ width: '*', stack: section('检查谁、谁来查', '', facts(factsOf(filing))) }, code], columnGap: 14 },
    ...[...listsOf(filing), ...verdictOf(filing), ...changesOf(filing), ...historyOf(filing)],
    signatures('执法人员签名', '企业签收（或注明拒签）', '日期'),
  ];
  return makePdf(sheetOf('入企检查备案表', { district: filing.district.name, filingNo, hash, content }));
}
