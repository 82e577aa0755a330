import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import type { PublicDraw } from '../queries/load-public-draw.ts';
import { drawHref } from './draw-href.ts';
import { addressOf } from './draw-words.ts';
import { VerifyPanel } from './verify-panel.tsx';

function OwnProgram({ files, no }: { files: string; no: string }) {
  return (
    <Fold summary="用自己的程序验证">
      <ol className="list-decimal pl-6 text-sm">
        <li>
          下载 <a href={`${files}/record.json`}>record.json</a> 和 <a href={`${files}/result.json`}>result.json</a>。
        </li>
        <li>
          下载 <a href="/ningqi_draw.py">ningqi_draw.py</a>，只要 Python 3.8 以上，不需要安装别的东西。
        </li>
        <li>
          运行 <code className="mono">python3 ningqi_draw.py verify record.json result.json</code>
        </li>
        <li>
          也可以照着 <a href="/ningqi-draw-1.md">格式说明</a>自己写一个程序，{no}的每个字节都应当一致。
        </li>
      </ol>
    </Fold>
  );
}

function NotComputable() {
  return (
    <Section title="自己验证" id="verify">
      <p>这个结果不能复算：它在启用现行抽取规程以前登记，没有冻结的名单，也没有各方的随机数。统计里同可以复算的抽取分开计数。</p>
    </Section>
  );
}

function NotYet({ files, isVoid }: { files: string; isVoid: boolean }) {
  return (
    <Section title="自己验证" id="verify">
      <p>
        {isVoid ? '这次抽取没有结果可以复算。' : '结果公布以后，可以在这里从头复算。'}现在可以核对名单：下载
        <a href={`${files}/record.json`}>冻结的名单 record.json</a>，算它的 SHA-256，应与“经过”里的指纹一致。
      </p>
      <p className="hint">
        <a href="/draws/method">抽取方法</a>　<a href="/ningqi-draw-1.md">格式说明</a>
      </p>
    </Section>
  );
}

/** «Check it yourself» where there is a result by the protocol; plain words where there is none. */
export function VerifySection({ view }: { view: PublicDraw }) {
  const { draw, result } = view;
  const files = drawHref(addressOf(view));
  if (!draw.record) return <NotComputable />;
  if (!draw.result || !result) return <NotYet files={files} isVoid={draw.status === 'void'} />;
  const published = {
    recordHref: `${files}/record.json`,
    resultHref: `${files}/result.json`,
    poolHash: draw.record.poolHash,
    resultHash: draw.result.resultHash,
  };
  return (
    <VerifyPanel published={published}>
      <noscript>
        <p>这个浏览器没有运行脚本，不能在这里计算。请按下面的办法，用下载的文件和验证程序计算。</p>
      </noscript>
      <OwnProgram files={files} no={draw.no ?? ''} />
    </VerifyPanel>
  );
}
