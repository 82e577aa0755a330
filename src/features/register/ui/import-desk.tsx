import { mostBytes, refusals } from '#domain/declaration/sheet/file-shape.ts';
import { countWritten } from '#domain/register/fate.ts';
import { wordRefusal } from '#domain/register/file-shape.ts';
import { RegisterTabs } from '#features/enterprise/ui/register-tabs.tsx';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredFile } from '#ui/answered-file.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { uploadRegisterAction } from '../actions.ts';
import { kindLabels, type RegisterKind, statusLabels } from '../labels.ts';
import type { ImportDesk, ImportHead } from '../queries/load-import.ts';

function rowsWords({ status, tally }: ImportHead): string {
  if (!tally) return '';
  const { added, sameName, changed, unchanged, repeated, refused } = tally;
  const all = added + sameName + changed + unchanged + repeated + refused;
  return status === 'imported' ? `${all} 行，导入 ${countWritten(tally)} 行` : `${all} 行`;
}

function columnsOf(kind: RegisterKind, now: Date): Column<ImportHead>[] {
  return [
    {
      key: 'file',
      head: '文件',
      rowHead: true,
      cell: ({ id, fileName }) => <a href={`${kindLabels[kind].home}/imports/${id}`}>{fileName}</a>,
    },
    { key: 'rows', head: '行数', nowrap: true, cell: rowsWords },
    { key: 'at', head: '上传', nowrap: true, cell: ({ receivedAt, receivedBy }) => `${momentWords(receivedAt, now)}　${receivedBy}` },
    {
      key: 'status',
      head: '状态',
      nowrap: true,
      cell: ({ status }) => <Status look={statusLabels[status].look}>{statusLabels[status].word}</Status>,
    },
  ];
}

/** Chooses a register and sends it to be read; nothing is imported yet. */
export function RegisterUpload({ kind }: { kind: RegisterKind }) {
  const { home, noun } = kindLabels[kind];
  return (
    <ActionForm action={uploadRegisterAction} className="stack close" errorTitle="没有上传">
      <AnsweredFile
        label={`${noun}文件`}
        name="file"
        accept=".xlsx,.xls,.csv"
        limit={{ bytes: mostBytes, say: wordRefusal(refusals.tooLarge) }}
        hint=".xlsx、.xls 或 .csv，不超过 5 MB、20000 行。列的次序不限，按表头识别"
      />
      <div className="btns">
        <SubmitButton look="primary" pending="正在上传">
          上传并试读
        </SubmitButton>
        <a href={`${home}/imports/template`}>下载模板</a>
      </div>
    </ActionForm>
  );
}

function Steps() {
  return (
    <ol className="plain-list list-decimal pl-5">
      <li>上传后先试读，不写入名录。</li>
      <li>每一行都列出去向：新增、更新、没有变化、重复、不导入，不导入的写明原因。</li>
      <li>在页面上改正，或下载结果改好再传。</li>
      <li>确认后一次导入。导入后可以整批撤回，已经用到的除外。</li>
    </ol>
  );
}

/** Where a register is uploaded, and the uploads so far. */
export function ImportDeskPage({ desk, kind, refusal }: { desk: ImportDesk; kind: RegisterKind; refusal?: string | undefined }) {
  const { imports, now, canUpload } = desk;
  return (
    <>
      <PageHead title="名录" />
      <RegisterTabs reader={kind === 'enterprise' ? 'office' : 'agency'} />
      <div className="g">
        <Section className="c7" title={kindLabels[kind].title}>
          {refusal ? (
            <p className="say no mb-4" role="alert">
              没有上传：{refusal}
            </p>
          ) : null}
          {canUpload ? <RegisterUpload kind={kind} /> : <p>由本单位填报人导入。</p>}
        </Section>
        <Section className="c5" title="接下来">
          <Steps />
        </Section>
        <Section className="c12" title="上传过的">
          {imports.length > 0 ? (
            <DataTable label="上传过的名录" look="rows" columns={columnsOf(kind, now)} rows={imports} rowKey={({ id }) => id} />
          ) : (
            <EmptyState title="还没有上传过。" condition="没有现成的表，可以先下载模板填写。" />
          )}
        </Section>
      </div>
    </>
  );
}
