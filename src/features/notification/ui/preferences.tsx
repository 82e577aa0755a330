import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredText } from '#ui/answered-field.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { keepPreferencesAction } from '../actions.ts';
import { familyWords } from '../labels.ts';
import type { Preference, PreferenceDesk } from '../queries/load-preferences.ts';

const ways = { inApp: '站内消息', mail: '邮件', digest: '邮件汇总，每个工作日一封' } as const;

function Box({ way, row }: { way: keyof typeof ways; row: Preference }) {
  return (
    <input
      type="checkbox"
      name={way}
      value={row.family}
      defaultChecked={row[way]}
      aria-label={`${familyWords[row.family]}：${ways[way]}`}
    />
  );
}

const columns: Column<Preference>[] = [
  { key: 'family', head: '类别', rowHead: true, nowrap: true, cell: ({ family }) => familyWords[family] },
  ...(['inApp', 'mail', 'digest'] as const).map((way) => ({
    key: way,
    head: ways[way],
    stacked: ways[way],
    cell: (row: Preference) => <Box way={way} row={row} />,
  })),
];

/** How one wants to hear of each family of events. */
export function PreferencesPage({ desk }: { desk: PreferenceDesk }) {
  return (
    <>
      <PageHead title="消息接收方式" note={desk.mail ? `邮件发到 ${desk.mail}` : '您还没有登记邮箱，选了邮件也收不到。'} />
      <p className="mb-6">给本岗位的消息不受下面的选择影响：总要有人接手，超时会报上一级。</p>
      <ActionForm action={keepPreferencesAction} className="stack" errorTitle="没有保存">
        <AnsweredText label="邮箱" name="address" type="email" autoComplete="email" width="m" value={desk.mail} hint="留空就不发邮件。" />
        <DataTable label="接收方式表" look="fit" columns={columns} rows={desk.preferences} rowKey={({ family }) => family} />
        <p className="hint">选了邮件又选了汇总的，每个工作日 8:30 合成一封；只选邮件的，有一条发一条。</p>
        <div className="btns">
          <SubmitButton look="primary" pending="正在保存">
            保存接收方式
          </SubmitButton>
          <a href="/inbox">回到消息</a>
        </div>
      </ActionForm>
    </>
  );
}
