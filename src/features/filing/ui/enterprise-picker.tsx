import type { EnterpriseChoice } from '#features/enterprise/queries.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { startDraftAction } from '../actions.ts';
import type { DrawnPage } from '../queries/list-drawn-visits.ts';
import { DrawnTable } from './drawn-table.tsx';

function Start({ id, name }: { id: string; name: string }) {
  return (
    <ActionForm action={startDraftAction}>
      <input type="hidden" name="enterprise" value={id} />
      <SubmitButton small pending="正在打开">
        填写<span className="vh">{name}的备案</span>
      </SubmitButton>
    </ActionForm>
  );
}

const name: Column<EnterpriseChoice> = {
  key: 'name',
  head: '企业',
  rowHead: true,
  cell: ({ name: words, uscc, keyEnterprise }) => (
    <>
      <b>{words}</b>
      <span className="m">
        {uscc}
        {keyEnterprise ? '　重点企业' : ''}
      </span>
    </>
  ),
};
const where: Column<EnterpriseChoice> = { key: 'where', head: '属地', cell: ({ territory }) => territory };
const industry: Column<EnterpriseChoice> = {
  key: 'industry',
  head: '行业',
  cell: ({ industryName, risk }) => `${industryName}　信用风险 ${risk}`,
};
const verb: Column<EnterpriseChoice> = {
  key: 'verb',
  head: '操作',
  hideHead: true,
  num: true,
  cell: ({ id, name: words }) => <Start id={id} name={words} />,
};
function Choices({ rows }: { rows: readonly EnterpriseChoice[] }) {
  return <DataTable label="查到的企业" look="rows mid" columns={[name, where, industry, verb]} rows={rows} rowKey={({ id }) => id} />;
}

function Drawn({ drawn }: { drawn: DrawnPage }) {
  const all = drawn.total > drawn.rows.length ? <a href="/filings/drawn">全部 {drawn.total} 户次</a> : `${drawn.total} 户次`;
  return (
    <Section title="已抽中、待备案" end={all}>
      {drawn.rows.length > 0 ? (
        <DrawnTable rows={drawn.rows} today={drawn.today} canFile />
      ) : (
        <EmptyState title="没有待备案的抽取结果。" condition="个案检查和上级部署检查，请在上面查找企业。" />
      )}
    </Section>
  );
}

/** The first step of a filing: which enterprise. Drawn ones come first, any other is found by name or code. */
export function EnterprisePicker({ q, found, drawn }: { q: string | undefined; found: readonly EnterpriseChoice[]; drawn: DrawnPage }) {
  return (
    <>
      <PageHead
        title="新建入企检查备案"
        note="先选企业。备案编号在备案完成时生成。"
        crumb={{ href: '/filings', label: '备案', here: '新建' }}
      />
      <Section title="查找企业">
        <FilterForm action="/filings/new" verb="查找" clearHref={q ? '/filings/new' : undefined}>
          <FilterText label="企业名称或统一社会信用代码" name="q" value={q} size={30} />
        </FilterForm>
        {q && found.length === 0 ? <EmptyState title={`名录中没有“${q}”。`} condition="核对名称或代码，只能备案本区县的企业。" /> : null}
        {found.length > 0 ? <Choices rows={found} /> : null}
      </Section>
      <Drawn drawn={drawn} />
    </>
  );
}
