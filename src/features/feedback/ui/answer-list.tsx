import { dayOf, monthOf, yearOf } from '#domain/calendar/local-day.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { Pager } from '#ui/pager.tsx';
import { Status } from '#ui/status.tsx';
import { monthsWords, overallLabels } from '../labels.ts';
import type { AgencySummary, AnswerList, AnswerRow } from '../queries/list-answers.ts';
import { answersOnPage, type FeedbackFilter } from '../schema.ts';
import { conductWords, feedbackHref, plainDayWords } from './words.ts';

const overallOptions = Object.entries(overallLabels).map(([value, { word }]) => ({ value, label: word }));
const isFiltered = ({ page: _page, ...conditions }: FeedbackFilter) => Object.values(conditions).some((value) => value !== undefined);

/** The last twelve months of the place, this one first. */
function monthsOf(now: Date): { value: string; label: string }[] {
  const day = dayOf(now);
  const last = yearOf(day) * 12 + monthOf(day) - 1;
  return Array.from({ length: 12 }, (_, back) => {
    const count = last - back;
    const month = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
    return { value: month, label: monthsWords(month, month) };
  });
}

interface AnswerFiltersProps {
  filter: FeedbackFilter;
  agencies: readonly AgencySummary[];
  now: Date;
}

/** The list's filters, in the address. */
export function AnswerFilters({ filter, agencies, now }: AnswerFiltersProps) {
  return (
    <FilterForm action="/feedback" clearHref={isFiltered(filter) ? '/feedback' : undefined}>
      <FilterSelect
        label="单位"
        name="agency"
        options={agencies.map(({ code, name }) => ({ value: code, label: name }))}
        value={filter.agency}
      />
      <FilterSelect label="总体" name="overall" options={overallOptions} value={filter.overall} />
      <FilterSelect label="月份" name="month" options={monthsOf(now)} value={filter.month} />
      <FilterSelect label="勾选情形" name="conduct" options={[{ value: 'yes', label: '有勾选' }]} value={filter.conduct} />
    </FilterForm>
  );
}

function columnsAt(now: Date): Column<AnswerRow>[] {
  return [
    { key: 'on', head: '收到', nowrap: true, cell: ({ answeredOn }) => plainDayWords(answeredOn, now) },
    { key: 'enterprise', head: '企业', rowHead: true, cell: ({ id, enterprise }) => <a href={`/feedback/${id}`}>{enterprise}</a> },
    { key: 'agency', head: '单位', nowrap: true, stacked: '单位', cell: ({ agency }) => agency },
    { key: 'no', head: '备案', cell: ({ filing, filingNo }) => <a href={`/filings/${filing}`}>{filingNo}</a> },
    {
      ...{ key: 'overall', head: '总体', nowrap: true },
      cell: ({ overall }) => <Status look={overallLabels[overall].look}>{overallLabels[overall].word}</Status>,
    },
    {
      ...{ key: 'said', head: '情形和意见' },
      cell: ({ conduct, text }) => (
        <>
          {conductWords(conduct).map((words) => (
            <span key={words} className="line">
              {words}
            </span>
          ))}
          {text ? <span className="line m">{text.slice(0, 80)}</span> : null}
        </>
      ),
    },
  ];
}

/** The answers, one page of them. */
export function AnswerRows({ list, filter, now }: { list: AnswerList; filter: FeedbackFilter; now: Date }) {
  const { rows, total, pages } = list;
  if (rows.length === 0) {
    const ways = isFiltered(filter) ? [{ href: '/feedback', label: '清除全部条件' }] : [];
    return <EmptyState title="没有符合条件的评价。" ways={ways} />;
  }
  const from = (filter.page - 1) * answersOnPage + 1;
  const at = (page: number) => feedbackHref({ ...filter, page });
  return (
    <>
      <DataTable label="评价" look="dense rows" columns={columnsAt(now)} rows={rows} rowKey={({ id }) => id} />
      <Pager
        {...{ noun: '份', from, to: from + rows.length - 1, total, page: filter.page, pages }}
        previous={filter.page > 1 ? at(filter.page - 1) : undefined}
        next={filter.page < pages ? at(filter.page + 1) : undefined}
      />
    </>
  );
}
