import { sourceWords } from '#domain/declaration/line.ts';
import { sayGroup } from '#domain/plan/group-words.ts';
import { type ReviewAction, reviewActions } from '#domain/plan/review-step.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { buttonClass } from '#ui/button.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect, FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { Pager } from '#ui/pager.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { keepRestAction, takeStepAction } from '../actions.ts';
import { actionWords, statusWords } from '../labels.ts';
import type { LinePage } from '../queries/list-lines.ts';
import { type LineFilter, pageSize } from '../schema.ts';
import { LineTable } from './line-table.tsx';
import { SelectionTally } from './selection-tally.tsx';
import { count, deskHref } from './words.ts';

export type LineChoices = { readonly agencies: readonly { value: string; label: string }[]; readonly groups: readonly string[] };
type Shown = { readonly year: number; readonly filter: LineFilter; readonly page: LinePage };

const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const months = Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: `${index + 1} 月` }));
const filterKeys = ['q', 'agency', 'month', 'source', 'status', 'group'] as const;
const isFiltered = (filter: LineFilter) => filterKeys.some((key) => filter[key] !== undefined);

function Filters({ year, filter, choices }: { year: number; filter: LineFilter; choices: LineChoices }) {
  const { agencies, groups } = choices;
  const ofGroups = groups.map((group) => ({ value: group, label: sayGroup(group) }));
  return (
    <FilterForm action={deskHref(year)} clearHref={isFiltered(filter) ? deskHref(year) : undefined}>
      <FilterSelect label="单位" name="agency" any={`全部 ${agencies.length} 个`} options={agencies} value={filter.agency} />
      <FilterSelect label="月份" name="month" any="全年" options={months} value={filter.month?.toString()} />
      <FilterSelect label="任务来源" name="source" options={options(sourceWords)} value={filter.source} />
      <FilterSelect label="状态" name="status" options={options(statusWords)} value={filter.status} />
      <FilterSelect label="事项组" name="group" options={ofGroups} value={filter.group} />
      <FilterText label="事项、对象、依据" name="q" value={filter.q} size={12} />
    </FilterForm>
  );
}

/** Buttons for the ticked lines: 保留 and 重新审 act at once, the others lead to the page that asks for what they need. */
function StepButtons({ year }: { year: number }) {
  const asking = reviewActions.filter((action) => action !== 'keep' && action !== 'reopen');
  const direct = (action: ReviewAction) => (
    <SubmitButton name="action" value={action} pending="正在办理" small>
      {actionWords[action]}
    </SubmitButton>
  );
  return (
    <div className="btns">
      {direct('keep')}
      {asking.map((action) => (
        <button
          key={action}
          type="submit"
          className={buttonClass({ small: true })}
          formAction={`/review/${year}/act`}
          formMethod="get"
          name="action"
          value={action}
        >
          {actionWords[action]}
        </button>
      ))}
      {direct('reopen')}
    </div>
  );
}

function Turns({ year, filter, page }: Shown) {
  const at = (number: number) => deskHref(year, { ...filter, page: number });
  const from = (page.page - 1) * pageSize + 1;
  return (
    <Pager
      noun="行"
      from={from}
      to={from + page.rows.length - 1}
      total={page.total}
      page={page.page}
      pages={page.pages}
      previous={page.page > 1 ? at(page.page - 1) : undefined}
      next={page.page < page.pages ? at(page.page + 1) : undefined}
    />
  );
}

function NoLines({ year, filter }: { year: number; filter: LineFilter }) {
  const status = filter.status && { href: deskHref(year, { ...filter, status: undefined }), label: `去掉“${statusWords[filter.status]}”` };
  const month = filter.month && { href: deskHref(year, { ...filter, month: undefined }), label: `去掉“${filter.month} 月”` };
  const all = { href: deskHref(year), label: '清除全部条件' };
  if (!isFiltered(filter)) return <EmptyState title="还没有单位报来。" condition="单位负责人送来的申报行会列在这里。" />;
  return <EmptyState title="没有符合条件的申报行。" ways={[status, month, all].filter((way) => way !== undefined && way !== 0)} />;
}

function LineForm({ year, filter, page, proposed }: Shown & { proposed: ReadonlySet<string> }) {
  // Ticked only where the clerk asked for this proposal: nobody is to act on lines that were ticked for them.
  const ticked = filter.proposal === undefined ? new Set<string>() : proposed;
  const chosen = page.rows.filter(({ id }) => ticked.has(id));
  const first = { lines: chosen.length, visits: chosen.reduce((sum, row) => sum + row.count, 0) };
  return (
    <ActionForm action={takeStepAction} errorTitle="没有办成">
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="back" value={deskHref(year, filter)} />
      <LineTable rows={page.rows} label="申报行表" ticked={ticked} marked={proposed} />
      <div className="pager acts">
        <SelectionTally first={first} />
        <StepButtons year={year} />
      </div>
    </ActionForm>
  );
}

/** What is left after the notable lines were dealt with is kept in one step, and taken back in one. */
function KeepRest({ year, filter, page }: Shown) {
  if (page.rest === 0) return null;
  const query = deskHref(year, { ...filter, page: undefined, proposal: undefined }).slice(deskHref(year).length + 1);
  return (
    <ActionForm action={keepRestAction} errorTitle="没有办成" className="btns">
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="filter" value={query} />
      <input type="hidden" name="back" value={deskHref(year, { ...filter, page: undefined })} />
      <SubmitButton small pending="正在办理">
        保留{isFiltered(filter) ? '当前条件下' : ''}其余未审的 {count(page.rest)} 行
      </SubmitButton>
      <span className="hint">不含待合并的行，可以一步撤销</span>
    </ActionForm>
  );
}

/** The lines declared: filters in the address, one page of rows, boxes, and buttons for what is ticked. `proposed` stand out. */
export function LineSection(props: Shown & { choices: LineChoices; proposed: ReadonlySet<string>; unreviewed: number }) {
  const { year, filter, page, choices, unreviewed } = props;
  const query = deskHref(year, { ...filter, page: undefined, proposal: undefined }).slice(deskHref(year).length);
  return (
    <Section
      title="申报行"
      id="lines"
      className="c8 desk-lines"
      end={
        <>
          {isFiltered(filter) ? `当前条件 ${count(page.total)} 行　` : ''}
          {count(unreviewed)} 行未审　<a href={`/review/${year}/lines.xlsx${query}`}>导出 xlsx</a>
        </>
      }
    >
      <Filters year={year} filter={filter} choices={choices} />
      {page.rows.length > 0 ? <LineForm {...props} /> : <NoLines year={year} filter={filter} />}
      <KeepRest {...props} />
      {page.pages > 1 ? <Turns {...props} /> : null}
    </Section>
  );
}
