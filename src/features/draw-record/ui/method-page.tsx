import type { ReactNode } from 'react';
import { DataTable } from '#ui/data-table.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import type { WorkedExample as Example } from '../queries/work-example.ts';
import { WorkedExample } from './worked-example.tsx';

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <b>{title}</b>
      <div>{children}</div>
    </li>
  );
}

const Formula = ({ children }: { children: string }) => <code className="hash font-sans">{children}</code>;

function Steps() {
  return (
    <Section title="怎样抽">
      <ol className="steps">
        <Step title="冻结">
          候选企业和票数、被排除的企业和理由、执法人员和回避、抽几家、谁参加、时限，写成一份记录，排好次序，算出它的指纹，同时公开。
          <Formula>名单指纹 = SHA-256(记录全文)</Formula>
        </Step>
        <Step title="异议">名单里的企业和执法人员可以提出。全部答复之前不往下走；成立一件，这次抽取就作废。</Step>
        <Step title="承诺">
          办公室、牵头单位、独立的监督方，各自在自己的设备上生成 32 字节随机数 r，先只交它的指纹。
          <Formula>承诺 = SHA-256("ningqi-commit/1" ‖ 00 ‖ 名单指纹 ‖ 单位代码 ‖ 00 ‖ r)</Formula>
        </Step>
        <Step title="揭示">承诺全部交齐以后，才公开各自的 r，当场与承诺核对。没有按期揭示的，公开点名，本轮不算。</Step>
        <Step title="种子">
          各方的 r 和名单指纹合成种子；事先约定用公共号码（某彩种某期）的，再加上它的数字。
          <Formula>种子 = SHA-256("ningqi-seed/1" ‖ 00 ‖ 名单指纹 ‖ r₁ … rₙ ‖ 号码)</Formula>
        </Step>
        <Step title="排企业">
          每家企业有 1—16 张票，票数由信用等级决定。每张票算一个值，取最小的作为排序值；从小到大，前几家抽中，后面的依次递补。
          <Formula>票 = HMAC-SHA256(种子, "ningqi-target/1" ‖ 00 ‖ 信用代码 ‖ 00 ‖ 第几张)</Formula>
        </Step>
        <Step title="排执法人员">
          按抽中的顺序逐家排：先看谁手里的户数少，再看排序值；去掉回避的、上一次去过的、范围不合的，并保证后面的企业也排得出人。
          <Formula>人员排序值 = HMAC-SHA256(种子, "ningqi-officer/1" ‖ 00 ‖ 信用代码 ‖ 00 ‖ 执法证号)</Formula>
        </Step>
      </ol>
      <p className="hint">‖ 是把字节接起来，00 是一个零字节；指纹、r 和种子都按 32 个字节计算，页面上用十六进制表示。</p>
    </Section>
  );
}

const powers = [
  {
    who: '牵头单位',
    can: '提出抽几家、冻结名单、出一串随机数',
    cannot: '手工增减企业，改票数，冻结之后改任何一个字节，知道结果以后再决定',
  },
  { who: '办公室', can: '答复异议、出一串随机数、公布', cannot: '自己决定结果，不公布而另抽：冻结过的每一份名单都有编号，永久公开' },
  { who: '监督方', can: '出一串随机数，不揭示则本轮不成', cannot: '选择结果；不揭示会被点名，另起一轮时不再参加' },
  { who: '主任', can: '有人不揭示时签字另起一轮；按规定的原因作废', cannot: '换名单；作废自己准备、冻结或抽取的' },
  { who: '任何人', can: '下载、复算、提出意见', cannot: '看到提出异议的人是谁' },
];

function Powers() {
  return (
    <Section title="各方能做什么，不能做什么">
      <DataTable
        label="各方能做和不能做的事"
        look="rows"
        columns={[
          { key: 'who', head: '谁', rowHead: true, nowrap: true, cell: ({ who }) => who },
          { key: 'can', head: '能', stacked: '能', cell: ({ can }) => can },
          { key: 'cannot', head: '不能', stacked: '不能', cell: ({ cannot }) => cannot },
        ]}
        rows={powers}
        rowKey={({ who }) => who}
      />
    </Section>
  );
}

const attacks: readonly (readonly [string, string])[] = [
  ['多冻结几份名单，挑一份', '一个计划项同时只能有一次有效的抽取；每份冻结的名单都编号公开，不能删。'],
  ['看到别人的随机数再定自己的', '先交承诺后揭示，原文换一个字节，承诺就对不上。'],
  ['看到快要不利就不揭示', '公开点名，要主任签字才能另起一轮，名单不变，不揭示的一方退出；用公共号码时，揭示都在号码产生之前。'],
  ['冻结以后改票数、排除理由或人员', '指纹全变，种子和排序值跟着变，谁复算都看得出来。'],
  ['抽两次，取一次', '结果只写一次，数据库不许第二次；中断以后重来，算出来还是同一个。'],
  ['一家企业用两个名字', '合并过的企业只算一家，排除名单公开，企业自己也能在异议期指出。'],
];

function Attacks() {
  return (
    <Section title="为什么做不了手脚">
      <DataTable
        label="做手脚的办法，和为什么不成"
        look="rows"
        columns={[
          { key: 'attack', head: '想做的手脚', rowHead: true, cell: ([attack]) => attack },
          { key: 'answer', head: '为什么不成', stacked: '为什么不成', cell: ([, answer]) => answer },
        ]}
        rows={attacks}
        rowKey={([attack]) => attack}
      />
    </Section>
  );
}

function Verifying() {
  return (
    <Section title="怎样验证">
      <ol className="steps">
        <Step title="在浏览器里">
          打开已公布的抽取，按“重新计算”。计算在您的设备上进行，逐步显示；按“改动一个字节再算”，看看哪一步对不上。
        </Step>
        <Step title="用 Python 程序">
          下载 <a href="/ningqi_draw.py">ningqi_draw.py</a> 和抽取页上的两份文件，不联网也能运行：
          <Formula>python3 ningqi_draw.py verify record.json result.json</Formula>
        </Step>
        <Step title="自己写一个程序">
          <a href="/ningqi-draw-1.md">ningqi-draw/1 格式说明</a>写明每个字节怎样来，并附测试用的数据。
        </Step>
      </ol>
    </Section>
  );
}

/** How draws are made and checked, for whoever wants to know: the steps, who can do what, and why it holds. */
export function MethodPage({ example }: { example: Example }) {
  return (
    <>
      <PageHead
        crumb={{ href: '/draws', label: '抽取公开', here: '怎样抽、怎样验证' }}
        title="怎样抽、怎样验证"
        note="格式 ningqi-draw/1"
      />
      <div className="stack">
        <p>
          抽哪些企业、由谁去查，不由任何一方决定：先把名单定死并公布，再由互不统属的几方合成一个谁也不能预知的种子，其余都是计算，谁都可以重算一遍。
        </p>
        <Steps />
        <Powers />
        <WorkedExample example={example} />
        <Verifying />
        <Attacks />
      </div>
    </>
  );
}
