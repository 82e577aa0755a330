import type { EmergencyState } from '#domain/emergency/states.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect, FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { stateWords } from '../labels.ts';
import type { EmergencyPage } from '../queries/list-emergencies.ts';
import type { CallDesk } from '../queries/load-desk.ts';
import type { DeskQuery } from '../schema.ts';
import { CallAnswer, EmergencyFacts } from './call-answer.tsx';
import { CallForm } from './call-form.tsx';
import { EmergencyTable, SupplementMark } from './emergency-table.tsx';

export type PhoneDesk = {
  readonly query: DeskQuery;
  readonly call: CallDesk;
  readonly found: EmergencyPage | null;
  readonly open: EmergencyPage;
  /** Of the next call, so that a form sent twice is one call. */
  readonly id: string;
};

const shownAtOnce = 3;

function Found({ q, found }: { q: string; found: EmergencyPage }) {
  if (found.rows.length === 0) {
    return (
      <EmptyState
        title={`没有“${q}”的紧急备案。`}
        condition="告诉企业：办公室没有这次检查的记录，没有备案的检查可以拒绝入企；请企业再报一遍确认号、企业名称或车牌。"
      />
    );
  }
  return (
    <>
      {found.rows.slice(0, shownAtOnce).map((row) => (
        <Section key={row.id} sub title={row.enterprise} end={<SupplementMark row={row} today={found.today} />}>
          <EmergencyFacts row={row} now={found.now} />
          <CallAnswer row={row} />
        </Section>
      ))}
      {found.total > shownAtOnce ? <p className="hint">另有 {found.total - shownAtOnce} 件，请说得更具体些。</p> : null}
    </>
  );
}

function LookUp({ query, found }: Pick<PhoneDesk, 'query' | 'found'>) {
  return (
    <Section title="企业来电核实" className="c5">
      <FilterForm action="/emergencies" verb="查找" clearHref={query.q ? '/emergencies' : undefined}>
        <FilterText label="确认号、企业或车牌" name="q" value={query.q} size={24} />
      </FilterForm>
      {query.q && found ? <Found q={query.q} found={found} /> : null}
    </Section>
  );
}

function NewCall({ query, call, id }: Pick<PhoneDesk, 'query' | 'call' | 'id'>) {
  const { agency, firm } = query;
  const isReady = agency !== undefined && call.enterprises.length > 0;
  return (
    <Section title="记录口头备案" className="c7">
      <FilterForm action="/emergencies" verb="下一步" clearHref={agency || firm ? '/emergencies' : undefined}>
        <FilterSelect label="来电单位" name="agency" options={call.agencies} value={agency} any="请选择" />
        <FilterText label="企业名称、拼音或代码" name="firm" value={firm} size={24} />
      </FilterForm>
      {firm && call.enterprises.length === 0 ? <EmptyState title={`名录中没有“${firm}”。`} condition="核对名称或代码。" /> : null}
      {isReady ? <CallForm desk={call} agency={agency} id={id} /> : null}
    </Section>
  );
}

const stateHref = (state: EmergencyState, page = 1) => `/emergencies?state=${state}&page=${page}`;

/** Which emergencies are shown: open ones first, then by how they were supplemented. */
export function StateTabs({ state }: { state: EmergencyState }) {
  return (
    <p className="btns mb-3">
      {Object.entries(stateWords).map(([value, word]) => (
        <a key={value} href={stateHref(value as EmergencyState)} aria-current={value === state ? 'true' : undefined}>
          {word}
        </a>
      ))}
    </p>
  );
}

export function EmergencyList({ list, state }: { list: EmergencyPage; state: EmergencyState }) {
  return (
    <Section title={`${stateWords[state]} ${list.total} 件`} end={<a href={`/emergencies/list.csv?state=${state}`}>导出 csv</a>}>
      <StateTabs state={state} />
      <EmergencyTable list={list} label="紧急备案列表" at={(page) => stateHref(state, page)} />
    </Section>
  );
}

/** The office's telephone: an enterprise asks, a leader calls, and what is still owed. */
export function PhoneDeskPage({ query, call, found, open, id }: PhoneDesk) {
  return (
    <>
      <PageHead title="紧急备案" note="单位分管负责人口头备案，企业来电核实，检查结束后按期补报。" />
      <div className="g">
        <LookUp query={query} found={found} />
        <NewCall query={query} call={call} id={id} />
      </div>
      <EmergencyList list={open} state={query.state ?? 'open'} />
    </>
  );
}

/** An agency's own emergencies: what it owes, and what it supplemented. */
export function AgencyEmergencies({ list, query }: { list: EmergencyPage; query: DeskQuery }) {
  return (
    <>
      <PageHead title="紧急备案" note="紧急情况由本单位登记的分管负责人致电区县办公室口头备案，检查结束后按期补报。" />
      <EmergencyList list={list} state={query.state ?? 'open'} />
    </>
  );
}
