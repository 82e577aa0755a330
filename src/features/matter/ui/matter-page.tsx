import { categoryWords } from '#domain/declaration/sheet/read-words.ts';
import { formWords } from '#domain/inspection/words.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredArea } from '#ui/answered-field.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Fold } from '#ui/fold.tsx';
import { type KeyValue, KeyValues } from '#ui/key-values.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { proposeWithdrawalAction } from '../actions.ts';
import type { Groups } from '../queries/find-own-matter.ts';
import type { MatterRow } from '../queries/load-catalogue.ts';
import type { MatterVersion, MatterView } from '../queries/load-matter.ts';
import { MatterForm } from './matter-form.tsx';
import { sayIndustries, sayMerging } from './words.ts';

/** Everything that the catalogue says of a matter. */
export function factsOfMatter(matter: MatterRow): KeyValue[] {
  return [
    { term: '事项', value: matter.name },
    { term: '单位', value: matter.agency },
    { term: '类别', value: categoryWords[matter.category] },
    { term: '依据', value: matter.basis },
    { term: '方式', value: formWords[matter.form] },
    { term: '行业', value: sayIndustries(matter) },
    { term: '特殊行业、重点领域', value: matter.specialField ? '是，不受宁静日限制' : '否' },
    { term: '合并', value: sayMerging(matter) },
    { term: '每年上限', value: `同一企业 ${matter.maxPerYear} 次` },
    { term: '自', value: matter.since },
  ];
}

const sayState = ({ isInForce, until }: MatterVersion) => (isInForce ? '现行' : until ? '已废止' : '未生效');

const columns: Column<MatterVersion>[] = [
  { key: 'since', head: '自', rowHead: true, nowrap: true, cell: ({ since }) => since },
  { key: 'until', head: '至（不含）', nowrap: true, cell: ({ until }) => until ?? '今后' },
  { key: 'state', head: '状态', nowrap: true, cell: sayState },
  { key: 'name', head: '事项', cell: ({ name }) => name },
  { key: 'category', head: '类别', nowrap: true, cell: ({ category }) => categoryWords[category] },
  { key: 'basis', head: '依据', cell: ({ basis }) => basis },
  { key: 'form', head: '方式', nowrap: true, cell: ({ form }) => formWords[form] },
  { key: 'industries', head: '行业', cell: (row) => sayIndustries(row, 3) },
  { key: 'merge', head: '合并', nowrap: true, cell: (row) => sayMerging(row) },
  { key: 'max', head: '每年上限', num: true, stacked: '每年上限', cell: ({ maxPerYear }) => maxPerYear },
];

/** A version accepted today rules from tomorrow: what is proposed now builds on it. */
function Waiting({ versions }: { versions: readonly MatterVersion[] }) {
  const waiting = versions.find(({ isInForce, until }) => !isInForce && until === null);
  if (!waiting) return null;
  return <p className="hint">已有采纳的新内容，自 {waiting.since} 起执行。下面按新内容填好，请在新内容上修改。</p>;
}

function Withdrawal({ code }: { code: string }) {
  return (
    <Fold summary="申请取消这个事项">
      <ActionForm action={proposeWithdrawalAction} className="stack close" errorTitle="没有报送">
        <input type="hidden" name="matter" value={code} />
        <AnsweredArea label="取消的理由" name="reason" id="reason-withdrawal" maxLength={500} />
        <SubmitButton look="negative" pending="正在报送">
          报办公室审核取消
        </SubmitButton>
      </ActionForm>
    </Fold>
  );
}

/** A matter as it is in force, its earlier versions, and what its agency may propose. */
export function MatterPage({ view }: { view: MatterView }) {
  const { shown, versions, own } = view;
  return (
    <>
      <PageHead crumb={{ href: '/matters', label: '事项清单', here: shown.code }} title={shown.name} note={sayState(shown)} />
      <div className="stack">
        <Section title={`${shown.code}　现行内容`}>
          <KeyValues items={factsOfMatter(shown)} />
        </Section>
        <Section title="各版" end={`${versions.length} 版`}>
          <DataTable label="事项的各版" look="rows" columns={columns} rows={versions} rowKey={({ since }) => since} />
        </Section>
        {own ? (
          <Section title="申请调整">
            <Waiting versions={versions} />
            <Fold summary="申请修改这个事项">
              <MatterForm code={shown.code} fields={own.fields} groups={own.groups} />
            </Fold>
            <Withdrawal code={shown.code} />
          </Section>
        ) : null}
      </div>
    </>
  );
}

/** The form of a matter that the catalogue does not have yet. */
export function AdditionPage({ groups }: { groups: Groups }) {
  return (
    <>
      <PageHead
        crumb={{ href: '/matters', label: '事项清单', here: '申请新增事项' }}
        title="申请新增事项"
        note="办公室采纳的次日起列入清单"
      />
      <div className="g">
        <div className="c8">
          <MatterForm code={null} fields={{}} groups={groups} />
        </div>
      </div>
    </>
  );
}
