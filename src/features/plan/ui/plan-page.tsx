import { kindWords } from '#domain/inspection/words.ts';
import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { type Figure, Figures } from '#ui/figures.tsx';
import { FilterSelect, FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { PrintButton } from '#ui/print-button.tsx';
import { SavedFilters } from '#ui/saved-filters.tsx';
import { Section } from '#ui/section.tsx';
import { dayWords } from '#ui/words.ts';
import { figuresOf } from '../labels.ts';
import type { AgencyShare, PlanPage } from '../queries/load-plan-page.ts';
import type { PlanQuery } from '../schema.ts';
import { EntryTable } from './entry-table.tsx';
import { VersionDiff } from './version-diff.tsx';

type Shown = { readonly plan: PlanPage; readonly query: PlanQuery };

/** The plan's address with these filters. */
function hrefOf({ head }: PlanPage, query: Partial<PlanQuery>): string {
  const words = Object.entries(query).filter(([key, value]) => value !== undefined && value !== '' && !(key === 'page' && value === 1));
  const base = `/plans/${head.district}/${head.year}`;
  return words.length === 0 ? base : `${base}?${new URLSearchParams(words.map(([key, value]) => [key, String(value)]))}`;
}

function Head({ plan }: { plan: PlanPage }) {
  const { head, now } = plan;
  const at = `?version=${head.version}`;
  return (
    <PageHead
      crumb={{ href: '/plans', label: '检查计划', here: head.name }}
      title={`${head.districtName} ${head.year} 年度涉企检查计划`}
      note={`${head.name}　${dayWords(head.publishedAt, now)}公示${head.isCurrent ? '' : '　已被后一版取代'}`}
    >
      <PrintButton>打印计划</PrintButton>
      <a className={buttonClass({})} href={`/plans/${head.district}/${head.year}/plan.pdf${at}`}>
        下载 PDF
      </a>
      <a className={buttonClass({})} href={`/plans/${head.district}/${head.year}/plan.csv${at}`}>
        下载 CSV
      </a>
    </PageHead>
  );
}

function Versions({ plan }: { plan: PlanPage }) {
  if (plan.versions.length < 2) return null;
  const items = plan.versions.map(({ version, isCurrent }) => ({
    href: hrefOf(plan, { version }),
    label: `第 ${version} 版${isCurrent ? '（现行）' : ''}`,
    current: version === plan.head.version,
  }));
  return <SavedFilters label="版次" items={items} />;
}

function planFigures({ head, total }: PlanPage): Figure[] {
  const all = {
    href: '#list',
    label: '计划项',
    value: String(total.entries),
    unit: '项',
    base: `入企 ${total.visits.toLocaleString('zh-CN')} 户次`,
  };
  return head.figures ? [all, ...figuresOf(head.figures)] : [all];
}

const isFiltered = ({ agency, month, kind, q }: PlanQuery) => [agency, month, kind, q].some(Boolean);

function Filters({ plan, query }: Shown) {
  const { head, agencies } = plan;
  const months = Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: `${index + 1} 月` }));
  const kinds = (['annual', 'special'] as const).map((kind) => ({ value: kind, label: kindWords[kind] }));
  const clear = isFiltered(query) ? hrefOf(plan, { version: query.version }) : undefined;
  return (
    <FilterForm action={`/plans/${head.district}/${head.year}`} clearHref={clear}>
      {query.version ? <input type="hidden" name="version" value={query.version} /> : null}
      <FilterText label="名称、事项、编号" name="q" value={query.q} />
      <FilterSelect
        label="单位"
        name="agency"
        any={`全部 ${agencies.length} 个`}
        options={agencies.map(({ code, name }) => ({ value: code, label: name }))}
        value={query.agency}
      />
      <FilterSelect label="月份" name="month" any="全年" options={months} value={query.month ? String(query.month) : undefined} />
      <FilterSelect label="类别" name="kind" options={kinds} value={query.kind} />
    </FilterForm>
  );
}

function Entries({ plan, query }: Shown) {
  const { entries, found, page, pages, size, head } = plan;
  const from = (page - 1) * size + 1;
  if (entries.length === 0)
    return <EmptyState title="没有符合条件的计划项。" ways={[{ href: hrefOf(plan, { version: query.version }), label: '看全部计划项' }]} />;
  return (
    <>
      <EntryTable entries={entries} isCurrent={head.isCurrent} />
      <Pager
        {...{ noun: '项', from, to: from + entries.length - 1, total: found, page, pages }}
        previous={page > 1 ? hrefOf(plan, { ...query, page: page - 1 }) : undefined}
        next={page < pages ? hrefOf(plan, { ...query, page: page + 1 }) : undefined}
      />
    </>
  );
}

const shareColumns = (plan: PlanPage): Column<AgencyShare>[] => [
  {
    key: 'name',
    head: '单位',
    rowHead: true,
    cell: ({ code, name }) => <a href={hrefOf(plan, { version: plan.head.version, agency: code })}>{name}</a>,
  },
  { key: 'entries', head: '参加', num: true, nowrap: true, cell: ({ entries }) => `${entries} 项` },
  { key: 'visits', head: '牵头入企', num: true, nowrap: true, cell: ({ visits }) => `${visits.toLocaleString('zh-CN')} 户次` },
];

function Change({ plan }: { plan: PlanPage }) {
  const { change, head, total } = plan;
  if (!change) return <p>这是这一年度的第一版。</p>;
  return <VersionDiff {...change} unchanged={total.entries - change.diff.added.length - change.diff.changed.length} key={head.version} />;
}

function Beside({ plan }: { plan: PlanPage }) {
  return (
    <div className="g mt-8">
      <Section className="c8" title="和上一版相比" id="change">
        <Change plan={plan} />
      </Section>
      <Section className="c4" title="各单位">
        <DataTable
          label="各单位的计划项和户次"
          look="dense fit"
          columns={shareColumns(plan)}
          rows={plan.agencies}
          rowKey={({ code }) => code}
        />
      </Section>
    </div>
  );
}

function Genuine({ plan: { hash, head } }: { plan: PlanPage }) {
  return (
    <Section className="mt-8" title="校验值">
      <p className="mono break-all">{hash}</p>
      <p className="hint">
        本版公示内容的 SHA-256，与 PDF 上所印、审计记录所存一致。有疑问请打{head.officeName}电话 {head.officePhone}。
      </p>
    </Section>
  );
}

/** One version of a year's plan, for everybody: what is planned, by whom, when, what changed, and how to tell that a copy is genuine. */
export function PlanDocument({ plan, query }: Shown) {
  const { head, found } = plan;
  return (
    <div className="paper-plan">
      <Head plan={plan} />
      <Versions plan={plan} />
      {head.note ? <p className="mb-6">{head.note}</p> : null}
      <Figures items={planFigures(plan)} />
      <Section className="mt-8" id="list" title={`计划清单 ${found} 项`} end="计划外不得入企，上级部署和个案检查除外">
        <Filters plan={plan} query={query} />
        <Entries plan={plan} query={query} />
      </Section>
      <Beside plan={plan} />
      <Genuine plan={plan} />
    </div>
  );
}
