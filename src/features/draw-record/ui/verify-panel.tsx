'use client';

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { Step } from '#domain/draw/verify.ts';
import { buttonClass } from '#ui/button.ts';
import { Icon } from '#ui/icon.tsx';
import { stepWords } from '../labels.ts';
import { changeOneByte, countTickets, runVerification } from './run-verification.ts';
import { type Found, VerifySteps } from './verify-steps.tsx';

/** Where the two texts are, and the hashes that were published beside them. */
export type Published = {
  readonly recordHref: string;
  readonly resultHref: string;
  readonly poolHash: string;
  readonly resultHash: string;
};
type Texts = { readonly record: string; readonly result: string };

/** Larger records are not shown for editing: a field of that length stops many browsers. */
const editable = 400_000;
const unable = '这个浏览器不能计算（网址需以 https 开头）。请下载两份文件，用下面的程序验证。';

async function fetchText(href: string): Promise<string> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} ${response.status}`);
  return response.text();
}

type Chosen = Texts & { readonly said?: string };
const right = '每一步都一致：名单没有改动过，结果就是由这份名单和各方的随机数算出来的。';
const notRead = '没有取到文件。请检查网络后再试，或选下载好的文件。';

/** A verification that can be run again and again: what it found, and what it says about itself. */
function useVerification({ recordHref, resultHref, poolHash, resultHash }: Published) {
  const texts = useRef<Texts | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [say, setSay] = useState('');
  const isRunning = found?.running === true;
  const load = async (): Promise<Texts> => {
    texts.current ??= { record: await fetchText(recordHref), result: await fetchText(resultHref) };
    return texts.current;
  };
  const verify = async ({ record, result, said = '' }: Chosen) => {
    setSay(said ? `${said}，正在重算。` : '正在验证。');
    setFound({ steps: [], running: true, done: 0, tickets: countTickets(record) });
    const change = (next: (before: Found) => Partial<Found>) => setFound((before) => before && { ...before, ...next(before) });
    const told = (step: Step) => change(({ steps }) => ({ steps: [...steps, step] }));
    const hashed = (count: number) => change(({ done }) => ({ done: done + count }));
    const isRight = await runVerification({ frozen: record, result, poolHash, resultHash }, { told, hashed });
    change(() => ({ running: false }));
    setSay(`${said ? `${said}。` : ''}${isRight ? right : ''}`);
  };
  const run = async (choose: () => Promise<Chosen>) => {
    if (isRunning) return;
    setFound({ steps: [], running: true, done: 0, tickets: 0 });
    setSay('正在取文件。');
    try {
      await verify(await choose());
    } catch {
      setFound(null);
      setSay(globalThis.crypto?.subtle ? notRead : unable);
    }
  };
  return { found, say, run, load, isRunning };
}
type Verification = ReturnType<typeof useVerification>;

function Conclusion({ found }: { found: Found | null }) {
  if (!found || found.running) return null;
  const faults = found.steps.filter(({ fault }) => fault !== null);
  if (faults.length === 0) return <Icon name="ok" />;
  return <Icon name="no" />;
}

function kindOf(found: Found | null): string {
  if (!found || found.running) return 'verdict';
  return found.steps.some(({ fault }) => fault !== null) ? 'verdict no' : 'verdict ok';
}

function Buttons({ verification, field }: { verification: Verification; field: RefObject<HTMLTextAreaElement | null> }) {
  const { run, load, isRunning } = verification;
  const flip = async () => {
    const { record, result } = await load();
    const changed = changeOneByte(record, result);
    if (field.current && record.length <= editable) field.current.value = changed.record;
    return { record: changed.record, result, said: changed.said };
  };
  return (
    <div className="btns needs-script">
      <button type="button" className={buttonClass({ look: 'primary' })} aria-disabled={isRunning || undefined} onClick={() => run(load)}>
        重新计算
      </button>
      <button type="button" className={buttonClass()} aria-disabled={isRunning || undefined} onClick={() => run(flip)}>
        改动一个字节再算
      </button>
    </div>
  );
}

function Edit({ verification, field }: { verification: Verification; field: RefObject<HTMLTextAreaElement | null> }) {
  const { run, load } = verification;
  const [isLong, setLong] = useState(false);
  const fold = useRef<HTMLDetailsElement>(null);
  const fill = ({ record }: Texts) => {
    setLong(record.length > editable);
    if (field.current?.value === '' && record.length <= editable) field.current.value = record;
  };
  const open = () => (fold.current?.open ? void load().then(fill, () => setLong(false)) : undefined);
  // It may have been opened before the page came alive.
  useEffect(() => {
    if (fold.current?.open) fold.current.dispatchEvent(new Event('toggle'));
  }, []);
  const edited = async () => ({ ...(await load()), record: field.current?.value ?? '', said: '用改过的名单' });
  return (
    <details className="needs-script" ref={fold} onToggle={open} suppressHydrationWarning>
      <summary>自己改几个字再算</summary>
      {isLong ? <p className="hint">名单太长，这里放不下。请下载后在别的程序里改，再选文件验证。</p> : null}
      <label htmlFor="verify-record">冻结的名单，改什么都行；只在您的设备上</label>
      <textarea id="verify-record" rows={6} spellCheck={false} ref={field} />
      <div className="btns mt-2">
        <button type="button" className={buttonClass({ small: true })} onClick={() => run(edited)}>
          按上面的文字重算
        </button>
      </div>
    </details>
  );
}

function Files({ verification }: { verification: Verification }) {
  const record = useRef<HTMLInputElement>(null);
  const result = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState('');
  const begin = () => {
    const [frozen, drawn] = [record.current?.files?.[0], result.current?.files?.[0]];
    setMissing(frozen && drawn ? '' : '请选两个文件：冻结的名单 record.json 和结果 result.json。');
    if (frozen && drawn)
      void verification.run(async () => ({ record: await frozen.text(), result: await drawn.text(), said: '用选的两个文件' }));
  };
  return (
    <details className="needs-script">
      <summary>用下载好的文件验证，断网也能算</summary>
      <label htmlFor="verify-file-record">冻结的名单 record.json</label>
      <input id="verify-file-record" type="file" accept=".json,application/json" ref={record} />
      <label htmlFor="verify-file-result">结果 result.json</label>
      <input id="verify-file-result" type="file" accept=".json,application/json" ref={result} />
      <p role="alert">{missing}</p>
      <div className="btns mt-2">
        <button type="button" className={buttonClass({ small: true })} onClick={begin}>
          验证这两个文件
        </button>
      </div>
    </details>
  );
}

/** «Check it yourself»: from two published texts, by the browser alone. */
export function VerifyPanel({ published, children }: { published: Published; children: ReactNode }) {
  const verification = useVerification(published);
  const field = useRef<HTMLTextAreaElement>(null);
  const { found, say } = verification;
  const wrong = found?.running === false ? found.steps.find(({ fault }) => fault !== null) : undefined;
  return (
    <section className={kindOf(found)} aria-labelledby="verify">
      <header>
        <h2 id="verify">
          <Conclusion found={found} />
          自己验证
        </h2>
        <p>只用公布的两份文件，在您的设备上从头计算，不经过我们的服务器</p>
      </header>
      <Buttons verification={verification} field={field} />
      <p role="status">
        {say}
        {wrong ? `不一致。第一处是：${stepWords[wrong.id].title}。` : ''}
      </p>
      <div>
        <VerifySteps found={found} />
      </div>
      <Edit verification={verification} field={field} />
      <Files verification={verification} />
      {children}
    </section>
  );
}
