import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea, AnsweredSelect } from '#ui/answered-field.tsx';
import { buttonClass } from '#ui/button.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect, FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { startBatchAction } from '../actions.ts';
import type { StartDesk } from '../queries/load-start-desk.ts';
import type { BatchSearch } from '../schema.ts';

const address = '/filings/batches/new';

function Drawn({ rows }: { rows: StartDesk['drawn'] }) {
  const options = rows.map(({ outcome, enterprise, uscc, drawNo, position }) => ({
    ...{ value: outcome, label: enterprise, note: `${uscc}　${drawNo} 第 ${position} 位` },
  }));
  const legend = `这个计划项抽中、待备案的 ${rows.length} 家`;
  return <AnsweredChoices type="checkbox" legend={legend} name="outcomes" options={options} value={options.map(({ value }) => value)} />;
}

function Found({ rows }: { rows: StartDesk['found'] }) {
  const options = rows.map(({ id, name, uscc, territory }) => ({ value: id, label: name, note: `${uscc}　${territory}` }));
  return <AnsweredChoices type="checkbox" legend={`名录中查到的 ${rows.length} 家`} name="enterprises" options={options} value={[]} />;
}

function Search({ search, desk }: { search: BatchSearch; desk: StartDesk }) {
  return (
    <Section title="1　查找">
      <FilterForm action={address} verb="查找" clearHref={search.q || search.entry ? address : undefined}>
        <FilterSelect label="抽中待备案的计划项" name="entry" options={desk.entries} value={search.entry} any="不限" />
        <FilterText label="名录中的企业名称或代码" name="q" value={search.q} size={24} />
      </FilterForm>
      {search.q && desk.found.length === 0 ? (
        <EmptyState title={`名录中没有“${search.q}”。`} condition="核对名称或代码，只能备案本区县的企业。" />
      ) : null}
      {search.entry && desk.drawn.length === 0 ? <EmptyState title="这个计划项没有待备案的企业。" /> : null}
    </Section>
  );
}

/** The first page of a batch: which enterprises, from the draw, from the register or by their codes. */
export function BatchStartPage({ search, desk }: { search: BatchSearch; desk: StartDesk }) {
  return (
    <>
      <PageHead
        title="批量备案"
        note="一次填一张表，最多 200 家；每家各自判定，各自成为一件备案。"
        crumb={{ href: '/filings/batches', label: '批量备案', here: '新建' }}
      >
        <a className={buttonClass()} href="/filings/new">
          只备案一家
        </a>
      </PageHead>
      <Search search={search} desk={desk} />
      <Section title="2　选企业">
        <ActionForm action={startBatchAction} className="stack close" errorTitle="还不能开始">
          {desk.drawn.length > 0 ? <Drawn rows={desk.drawn} /> : null}
          {desk.found.length > 0 ? <Found rows={desk.found} /> : null}
          <AnsweredArea label="粘贴统一社会信用代码" name="codes" optional hint="一行一个，或用逗号、空格隔开" rows={5} maxLength={8000} />
          {desk.templates.length > 0 ? (
            <AnsweredSelect label="套用模板" name="template" blank="不套用" options={desk.templates} value={search.template} />
          ) : null}
          <SubmitButton pending="正在排时间" look="primary">
            填表并排时间
          </SubmitButton>
        </ActionForm>
      </Section>
    </>
  );
}
