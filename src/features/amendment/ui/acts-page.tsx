import { buttonClass } from '#ui/button.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import type { ActsView } from '../queries/load-acts.ts';
import { ActItem, type ActReader } from './act-item.tsx';

/** The amendments of a filing as registered acts, and those that wait. */
export function ActsPage({ view, reader }: { view: ActsView; reader: ActReader }) {
  const { filing, filingNo, enterprise, isOpen, isReader, lead, acts, names } = view;
  const canAmend = isOpen && reader.role === 'agencyFiler' && lead === reader.agencyCode;
  const back = isReader ? { href: `/filings/${filing}`, label: filingNo } : { href: '/filings', label: '备案' };
  return (
    <>
      <PageHead title="备案变更" note={`${enterprise}　${filingNo}`} crumb={{ ...back, here: '备案变更' }}>
        {canAmend ? (
          <a className={buttonClass({ look: 'primary' })} href={`/filings/${filing}/amend`}>
            变更备案
          </a>
        ) : null}
      </PageHead>
      <Section title="变更记录" end={`${acts.length} 件`}>
        {acts.map((act) => (
          <ActItem key={act.id} act={act} names={names} reader={reader} />
        ))}
        {acts.length === 0 ? <EmptyState title="没有变更。" /> : null}
      </Section>
    </>
  );
}

/** The same on the filing's own page: only what was registered or waits. */
export function ActsSection({ view, reader }: { view: ActsView; reader: ActReader }) {
  const acts = view.acts.filter(({ status }) => status === 'registered' || status === 'proposed' || status === 'held');
  if (acts.length === 0) return null;
  const all = <a href={`/filings/${view.filing}/amendments`}>全部变更记录</a>;
  return (
    <Section title="备案变更" end={all}>
      {acts.map((act) => (
        <ActItem key={act.id} act={act} names={view.names} reader={reader} />
      ))}
    </Section>
  );
}
