import { DataTable } from '#ui/data-table.tsx';
import { Fold } from '#ui/fold.tsx';
import { Section } from '#ui/section.tsx';
import type { WorkedExample as Example } from '../queries/work-example.ts';

const partyWords: Readonly<Record<string, string>> = { office: '办公室', agency: '牵头单位', witness: '监督方' };

function Parties({ parties }: Pick<Example, 'parties'>) {
  return (
    <DataTable
      label="三方的随机数和承诺"
      look="rows"
      columns={[
        { key: 'party', head: '谁', rowHead: true, nowrap: true, cell: ({ party }) => `${partyWords[party]}（代码 ${party}）` },
        { key: 'reveal', head: '随机数 r', stacked: '随机数 r', cell: ({ reveal }) => <code className="hash">{reveal}</code> },
        { key: 'commitment', head: '承诺', stacked: '承诺', cell: ({ commitment }) => <code className="hash">{commitment}</code> },
      ]}
      rows={parties}
      rowKey={({ party }) => party}
    />
  );
}

function Tickets({ tickets, chosen }: { tickets: readonly string[]; chosen: string }) {
  return tickets.map((ticket, index) => (
    <span key={ticket} className="m">
      第 {index + 1} 张{ticket === chosen ? '（最小，作排序值）' : ''} <code className="hash">{ticket}</code>
    </span>
  ));
}

function Subjects({ subjects }: Pick<Example, 'subjects'>) {
  const placed = subjects.map((subject, index) => ({ ...subject, place: index + 1 }));
  return (
    <DataTable
      label="四家企业的票和顺序"
      look="rows"
      columns={[
        { key: 'place', head: '顺序', nowrap: true, stacked: '顺序', cell: ({ place }) => `第 ${place}` },
        { key: 'id', head: '企业', rowHead: true, nowrap: true, cell: ({ id }) => id },
        { key: 'tickets', head: '票', stacked: '票', cell: ({ tickets, key }) => <Tickets tickets={tickets} chosen={key} /> },
        {
          key: 'outcome',
          head: '结果',
          stacked: '结果',
          nowrap: true,
          cell: ({ officers }) => (officers ? `抽中，${officers.join('、')} 去` : '递补'),
        },
      ]}
      rows={placed}
      rowKey={({ id }) => id}
    />
  );
}

/** Four enterprises, two to be drawn, three parties: every value shown, so that it can be computed by hand. */
export function WorkedExample({ example }: { example: Example }) {
  const { frozen, poolHash, parties, seed, subjects, result, resultHash } = example;
  return (
    <Section title="一个算得完的例子" id="example">
      <div className="stack">
        <p>
          四家企业 A、B、C、D，票数依次是 1、2、3、1，抽 2 家；E 已注销，被排除。执法人员 P1、P2、P3，每家去 2 人，P3 对 C
          回避。下面的值都是本页现算的。
        </p>
        <p>
          名单指纹 <code className="hash">{poolHash}</code>
        </p>
        <Fold summary="名单全文">
          <code className="hash">{frozen}</code>
        </Fold>
        <Parties parties={parties} />
        <p>
          种子 <code className="hash">{seed}</code>
        </p>
        <Subjects subjects={subjects} />
        <p>
          结果指纹 <code className="hash">{resultHash}</code>
        </p>
        <Fold summary="结果全文">
          <code className="hash">{result}</code>
        </Fold>
        <p className="hint">把两段全文存成 record.json 和 result.json（不加换行），用 ningqi_draw.py 验证，应当全部一致。</p>
      </div>
    </Section>
  );
}
