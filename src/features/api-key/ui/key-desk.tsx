import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { createKeyAction, revokeKeyAction } from '../actions.ts';
import type { KeyDesk, KeyRow } from '../queries.ts';
import { NewKey } from './new-key.tsx';

function Revoke({ id, label }: { id: string; label: string }) {
  return (
    <ActionForm action={revokeKeyAction}>
      <input type="hidden" name="key" value={id} />
      <SubmitButton small look="negative" pending="正在撤销">
        撤销<span className="vh">密钥 {label}</span>
      </SubmitButton>
    </ActionForm>
  );
}

function columnsAt(now: Date): Column<KeyRow>[] {
  return [
    { key: 'agency', head: '单位', rowHead: true, nowrap: true, cell: (row) => row.agency },
    { key: 'label', head: '用途', cell: (row) => row.label },
    { key: 'hint', head: '开头', nowrap: true, cell: (row) => <span className="mono">{row.hint}…</span> },
    { key: 'at', head: '建立', nowrap: true, cell: (row) => `${momentWords(row.createdAt, now)}　${row.createdBy ?? '命令行'}` },
    {
      key: 'state',
      head: '状态',
      nowrap: true,
      cell: (row) => (row.revokedAt ? <Status look="gone">已撤销</Status> : <Status look="ok">可用</Status>),
    },
    {
      key: 'do',
      head: '办理',
      hideHead: true,
      num: true,
      cell: (row) => (row.revokedAt ? momentWords(row.revokedAt, now) : <Revoke id={row.id} label={row.hint} />),
    },
  ];
}

function Create({ agencies }: Pick<KeyDesk, 'agencies'>) {
  return (
    <ActionForm action={createKeyAction} className="stack close" errorTitle="没有建立">
      <NewKey />
      <AnsweredSelect label="单位" name="agency" blank="请选择" options={agencies} width="m" />
      <AnsweredText label="用途" name="label" width="m" hint="写明哪个系统使用，例如 双随机平台" />
      <div className="btns">
        <SubmitButton look="primary" pending="正在建立">
          建立密钥
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The keys of a district's integrated systems: make one, end one. */
export function KeyDeskPage({ desk }: { desk: KeyDesk }) {
  return (
    <>
      <PageHead
        title="接口密钥"
        note={`本区县 ${desk.keys.filter(({ revokedAt }) => !revokedAt).length} 个可用　密钥只在建立时显示一次，系统不保存`}
      />
      <div className="g">
        <Section className="c8" title="已建立的密钥">
          {desk.keys.length > 0 ? (
            <DataTable label="已建立的密钥" look="mid rows" columns={columnsAt(desk.now)} rows={desk.keys} rowKey={(row) => row.id} />
          ) : (
            <EmptyState title="还没有密钥。" condition="先选单位，写明用途，再建立。" />
          )}
        </Section>
        <Section className="c4" title="建立密钥">
          <Create agencies={desk.agencies} />
        </Section>
      </div>
    </>
  );
}
