import { isoOf } from '#domain/calendar/iso.ts';
import { buttonClass } from '#ui/button.ts';
import { Fold } from '#ui/fold.tsx';
import { type KeyValue, KeyValues } from '#ui/key-values.tsx';
import { Seal } from '#ui/seal.tsx';
import { dayWords, spanWords, timeWords } from '#ui/words.ts';
import { emergencyWords, sealOf, sentenceOf } from '../labels.ts';
import type { CodeView, OfficeView } from '../queries.ts';

type Shown = Extract<CodeView, { state: 'genuine' | 'notYet' }>;
type Hidden = Exclude<CodeView, { state: 'genuine' | 'notYet' | 'unknown' }>;

function Offices({ offices, primary }: { offices: readonly OfficeView[]; primary: boolean }) {
  return (
    <div className="btns">
      {offices.map(({ name, phone }) => (
        <a key={name} className={buttonClass({ look: primary ? 'primary' : 'plain' })} href={`tel:${phone.replaceAll(' ', '')}`}>
          打电话给{name}
        </a>
      ))}
    </div>
  );
}

const doorHref = (kind: string, code: string) => `/door?${new URLSearchParams({ kind, code })}`;

/** What can be said or asked from here; where the rating comes from is told there, since only the office's link opens it. */
function Ways({ view, code }: { view: CodeView; code: string }) {
  const { state } = view;
  return (
    <>
      <div className="btns">
        <a className={buttonClass({ look: 'negative' })} href={doorHref('notAsFiled', code)}>
          {state === 'unknown' ? '举报这次检查' : state === 'genuine' || state === 'notYet' ? '和看到的不一样' : '现在还有人在查'}
        </a>
        {state === 'unknown' ? null : (
          <a className={buttonClass({})} href="/rate">
            评价这次检查
          </a>
        )}
      </div>
      <p className="btns">
        <a href={doorHref('refusedEntry', code)}>拒绝这次检查</a>
        <a href={doorHref('question', code)}>问办公室</a>
      </p>
    </>
  );
}

function Address({ host, offices }: { host: string; offices: readonly OfficeView[] }) {
  return (
    <>
      <p className="hint">
        请核对网址是 <b>{host}</b>，其他网址查到的不算。本页不记录您的手机号和位置。
      </p>
      {offices.map(({ name, phone, hours }) => (
        <p key={name} className="hint">
          {name}　{phone}　{hours}
        </p>
      ))}
    </>
  );
}

function leftWords(until: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((until.getTime() - now.getTime()) / 60_000));
  const days = Math.floor(minutes / 1440);
  if (days > 0) return `${days} 天`;
  return minutes >= 60 ? `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分` : `${minutes} 分`;
}

function Lines({ lines, note }: { lines: readonly string[]; note?: string }) {
  return (
    <>
      {lines.map((line) => (
        <span key={line} className="line">
          {line}
        </span>
      ))}
      {note ? <span className="line m">{note}</span> : null}
    </>
  );
}

function factsOf(view: Shown): KeyValue[] {
  const ahead = view.state === 'notYet' ? `还有 ${leftWords(view.start, view.now)} 开始` : `还有 ${leftWords(view.end, view.now)} 结束`;
  const people = view.inspectors.map(({ name, agency }) => `${name}　${agency}`);
  const facts: KeyValue[] = [
    { term: '检查企业', value: <b>{view.enterprise}</b> },
    { term: '检查地点', value: view.site },
    { term: '有效时间', value: <Lines lines={[spanWords({ start: view.start, end: view.end }, view.now)]} note={ahead} /> },
    { term: '检查单位', value: view.agencies.join('、') },
    { term: '执法人员', value: <Lines lines={people} note="请逐人核对执法证" /> },
    { term: '检查什么', value: view.matters.length === 0 ? '表待补报' : <Lines lines={view.matters.map(({ name }) => name)} /> },
    { term: '备案编号', value: view.filingNo },
  ];
  return view.condition ? [...facts, { term: '备案条件', value: view.condition }] : facts;
}

function Visit({ view }: { view: Shown }) {
  return (
    <>
      {view.emergency ? <p>{emergencyWords[view.emergency]}</p> : null}
      <KeyValues items={factsOf(view)} />
      <p className="hint">超出以上人员、事项或时间的检查，您可以拒绝。</p>
      <Fold summary="检查依据和企业权利">
        <p className="s">
          {view.matters.length === 0
            ? ''
            : `事项依据：${view.matters.map(({ basis }) => `《${basis.instrument}》${basis.locator}`).join('，')}。`}
          执法人员不少于 2 人并出示执法证；检查不收费。
        </p>
      </Fold>
    </>
  );
}

function Over({ view }: { view: Hidden }) {
  return (
    <p>
      这个码的有效时间是 <time dateTime={isoOf(view.start)}>{spanWords({ start: view.start, end: view.end }, view.now)}</time>，现在是{' '}
      {dayWords(view.now, view.now)} {timeWords(view.now)}。仍有人凭此码入企的，请打电话告诉我们。
    </p>
  );
}

/** What stands behind a code: one word, one sentence, and only what this state may show. */
export function CodePage({ view, code }: { view: CodeView; code: string }) {
  const { kind, title, icon } = sealOf[view.state];
  const isShown = view.state === 'genuine' || view.state === 'notYet';
  const isOver = !isShown && view.state !== 'unknown';
  return (
    <div className="stack close">
      <Seal kind={kind} title={title} {...(icon ? { icon } : {})}>
        <p>{sentenceOf[view.state]}</p>
        {view.state === 'unknown' ? null : (
          <p className="s">
            查验时间 {dayWords(view.now, view.now)} {timeWords(view.now)}
          </p>
        )}
      </Seal>
      {isShown ? <Visit view={view as Shown} /> : null}
      {isOver ? <Over view={view as Hidden} /> : null}
      {view.state === 'unknown' ? <p>紧急情况可能尚未录入。请打电话，值班人员核对后告诉您。</p> : null}
      <Ways view={view} code={code} />
      <Offices offices={view.offices} primary={!isShown} />
      {view.state === 'unknown' ? (
        <p>
          <a href="/check">手工输入查验码</a>
        </p>
      ) : null}
      <Address host={view.officialDomain} offices={view.offices} />
    </div>
  );
}
