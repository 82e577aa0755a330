import { dayOf } from '#domain/calendar/local-day.ts';
import { sayDay, sayInterval } from '#domain/calendar/wording.ts';
import { followUpWords, resultWords } from '#domain/finding/codes.ts';
import type { Letter, LetterFinding } from '#domain/finding/letter.ts';
import { buttonClass } from '#ui/button.ts';
import { KeyValues } from '#ui/key-values.tsx';
import { Seal } from '#ui/seal.tsx';
import type { LetterView, OfficeLine } from '../queries/load-letter.ts';
import { LetterSection } from './letter-section.tsx';
import { Signature } from './signature.tsx';

function Offices({ offices }: { offices: readonly OfficeLine[] }) {
  return offices.map(({ name, phone }) => (
    <p key={name}>
      {name}　<a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
    </p>
  ));
}

function Found({ finding, today }: { finding: LetterFinding; today: string }) {
  const { order, toAgency } = finding;
  const follow = [followUpWords[finding.followUp], toAgency].filter(Boolean).join('：');
  const items = [
    { term: '编号', value: finding.no },
    { term: '依据', value: finding.basis },
    { term: '结果', value: `${finding.checked ? '' : '没有检查　'}${resultWords[finding.result]}` },
    ...(finding.text ? [{ term: '情况', value: finding.text }] : []),
    { term: '后续处理', value: follow },
    ...(order
      ? [
          { term: '整改要求', value: order.demand },
          { term: '整改期限', value: sayDay(order.dueDay, today) },
        ]
      : []),
  ];
  return (
    <LetterSection title={finding.matter} id={`finding-${finding.no}`} sub>
      <KeyValues items={items} tight />
    </LetterSection>
  );
}

function Said({ letter }: { letter: Letter }) {
  const { opinion } = letter;
  return (
    <LetterSection title="企业意见" id="opinion">
      {opinion ? <p>{opinion.text || '没有意见'}</p> : <p>现场没有记录意见。</p>}
      {opinion?.signer ? <p>签名人：{opinion.signer}</p> : null}
      {opinion ? <Signature opinion={opinion} /> : null}
    </LetterSection>
  );
}

/** Who was checked, by whom, when, and what belongs to it. */
function factsOf(letter: Letter, today: string) {
  const span = { start: new Date(letter.checkedIn), end: new Date(letter.checkedOut) };
  return [
    { term: '企业', value: `${letter.enterprise.name}　${letter.enterprise.uscc}` },
    { term: '检查单位', value: letter.agency },
    { term: '备案编号', value: letter.filingNo },
    { term: '入企', value: sayInterval(span, today) },
    { term: '执法人员', value: letter.inspectors.map(({ name, credential }) => `${name} ${credential}`).join('、') },
    { term: '照片', value: letter.photos.length > 0 ? `${letter.photos.length} 张，存检查单位` : '没有' },
    { term: '发出', value: sayDay(today, today) },
  ];
}

function Issued({ code, letter, hash }: Extract<LetterView, { state: 'issued' }>) {
  const today = dayOf(new Date(letter.issuedAt));
  return (
    <>
      <h1 className="mb-3">检查结果告知书</h1>
      <KeyValues items={factsOf(letter, today)} />
      <LetterSection title={`检查事项 ${letter.findings.length} 项`} id="findings">
        {letter.findings.map((finding) => (
          <Found key={finding.no} finding={finding} today={today} />
        ))}
      </LetterSection>
      <Said letter={letter} />
      <p className="btns">
        <a className={buttonClass({ look: 'primary' })} href={`/l/${code}/letter.pdf`}>
          下载告知书 PDF
        </a>
      </p>
      <LetterSection title="有疑问" id="questions">
        <p>对结果有不同意见，请与检查单位或者{letter.office.name}联系。</p>
        <Offices offices={[letter.office]} />
        <p className="hint">校验值　{hash.slice(0, 32)}</p>
      </LetterSection>
    </>
  );
}

/** What lies behind a letter's link: the letter, that it was taken back, or that there is none. */
export function LetterPage({ view }: { view: LetterView }) {
  if (view.state === 'issued') return <Issued {...view} />;
  const isWithdrawn = view.state === 'withdrawn';
  return (
    <>
      <Seal kind={isWithdrawn ? 'off' : 'no'} title={isWithdrawn ? '结果已撤下' : '没有这份告知书'}>
        <p>
          {view.state === 'withdrawn'
            ? `${sayDay(dayOf(view.at), '')}撤下，理由：${view.reason}`
            : '请核对链接是否完整，或者打电话给本地优化营商环境工作机构。'}
        </p>
      </Seal>
      <Offices offices={view.offices} />
    </>
  );
}
