import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { momentWords } from '#ui/words.ts';
import type { SheetDesk, SheetRow } from '../queries/list-sheets.ts';
import { SheetStatusMark } from './sheet-status-mark.tsx';
import { SheetUpload } from './sheet-upload.tsx';

function rowsWords({ status, rowsRead, added }: SheetRow): string {
  if (status === 'imported') return `导入 ${added} 行`;
  return rowsRead > 0 ? `${rowsRead} 行` : '';
}

function columnsAt(now: Date): Column<SheetRow>[] {
  return [
    { key: 'file', head: '文件', rowHead: true, cell: (row) => <a href={`/declarations/sheets/${row.id}`}>{row.fileName}</a> },
    { key: 'rows', head: '申报行', nowrap: true, stacked: '申报行', cell: rowsWords },
    { key: 'at', head: '上传', nowrap: true, cell: (row) => `${momentWords(row.receivedAt, now)}　${row.receivedBy}` },
    { key: 'status', head: '状态', nowrap: true, cell: (row) => <SheetStatusMark status={row.status} /> },
  ];
}

function Steps() {
  return (
    <ol className="plain-list list-decimal pl-5">
      <li>上传后系统只读出内容，不写入申报。</li>
      <li>看不懂的单元格逐个列出，可在页面上改正，原表不动。</li>
      <li>全部改正后导入本单位的申报；已有的行不会重复。</li>
      <li>送分管负责人之前，可以整批撤销。</li>
    </ol>
  );
}

/** Where a sheet is uploaded, and the agency's uploads of that year. */
export function SheetDeskPage({ desk, refusal }: { desk: SheetDesk; refusal?: string | undefined }) {
  const { year, years, now, canUpload, sheets } = desk;
  return (
    <>
      <PageHead title="上传申报表" crumb={{ href: '/declarations', label: '申报', here: '上传申报表' }} />
      <ErrorSummary errors={refusal ? [{ field: 'file', message: refusal }] : []} title="没有上传" />
      <div className="g">
        <Section className="c7" title="选择文件">
          {canUpload ? <SheetUpload years={years} year={year} error={refusal} /> : <p>由本单位填报人上传。</p>}
        </Section>
        <Section className="c5" title="接下来">
          <Steps />
        </Section>
        <Section className="c12" title={`${year} 年上传过的`}>
          {sheets.length > 0 ? (
            <DataTable label="上传过的申报表" look="rows" columns={columnsAt(now)} rows={sheets} rowKey={({ id }) => id} />
          ) : (
            <EmptyState title="还没有上传过。" condition="没有现成的表，可以先下载空白申报表填写。" />
          )}
        </Section>
      </div>
    </>
  );
}
