import { isoOf } from '#domain/calendar/iso.ts';
import { isOpenToFiler } from '#domain/declaration/lifecycle.ts';
import { SheetStatusMark } from '#features/sheet/ui/sheet-status-mark.tsx';
import type { UserActor } from '#platform/scope.ts';
import { buttonClass } from '#ui/button.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { type KeyValue, KeyValues } from '#ui/key-values.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { Section } from '#ui/section.tsx';
import { Timeline, type TimelineItem } from '#ui/timeline.tsx';
import { momentWords } from '#ui/words.ts';
import { eventWords } from '../labels.ts';
import type { DeclarationView } from '../queries/load-declaration.ts';
import { DeclarationLines } from './declaration-lines.tsx';
import { DeclarationSteps } from './declaration-steps.tsx';
import { DeclarationStatusMark } from './status-mark.tsx';

type Props = { declaration: DeclarationView; reader: UserActor };

const titleOf = ({ year, kind, no }: DeclarationView) =>
  `${year} ${kind === 'special' ? '年专项' : '年度'}检查计划申报${no > 1 ? `，第 ${no} 份` : ''}`;

function historyOf({ events, now }: DeclarationView): TimelineItem[] {
  return events.map(({ id, at, event, note, by }) => ({
    key: id,
    time: momentWords(at, now),
    dateTime: isoOf(at),
    text: [by.agency.isOffice ? `办公室${eventWords[event] ?? event}` : (eventWords[event] ?? event), by.name, note]
      .filter(Boolean)
      .join('　'),
    done: true,
  }));
}

function factsOf(declaration: DeclarationView): KeyValue[] {
  const { agency, submittedBy, submittedAt, approvedAt, now, kind, approvalDocument } = declaration;
  return [
    { term: '单位', value: agency.shortName },
    ...(kind === 'special' ? [{ term: '批准文件', value: approvalDocument || '未填' }] : []),
    { term: '合计', value: `${declaration.total} 行，入企 ${declaration.visits} 户次` },
    { term: '送批', value: submittedAt ? [submittedBy?.name, momentWords(submittedAt, now)].filter(Boolean).join('　') : '未送' },
    { term: '报办公室', value: approvedAt ? momentWords(approvedAt, now) : '未报' },
  ];
}

function Turns({ declaration }: { declaration: DeclarationView }) {
  const { id, page, pages, pageSize, total, lines } = declaration;
  if (pages === 1) return null;
  const at = (target: number) => `/declarations/${id}?page=${target}`;
  const from = (page - 1) * pageSize + 1;
  return (
    <Pager
      {...{ noun: '行', from, to: from + lines.length - 1, total, page, pages }}
      previous={page > 1 ? at(page - 1) : undefined}
      next={page < pages ? at(page + 1) : undefined}
    />
  );
}

function Sheets({ declaration }: { declaration: DeclarationView }) {
  if (declaration.sheets.length === 0) return null;
  return (
    <Section title="导入的申报表">
      <ul className="plain-list">
        {declaration.sheets.map(({ id, fileName, status, added, receivedAt }) => (
          <li key={id}>
            <a href={`/declarations/sheets/${id}`}>{fileName}</a>
            <span className="m">
              {momentWords(receivedAt, declaration.now)}　<SheetStatusMark status={status} />　
              {status === 'undone' ? null : `${added} 行，可在表页撤销`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Head({ declaration, reader, canEdit }: Props & { canEdit: boolean }) {
  const title = titleOf(declaration);
  return (
    <PageHead
      crumb={{ href: '/declarations', label: '计划申报', here: title }}
      title={title}
      note={<DeclarationStatusMark status={declaration.status} />}
    >
      {canEdit && declaration.kind === 'annual' ? (
        <a className={buttonClass()} href={`/declarations/sheets/new?year=${declaration.year}`}>
          导入申报表
        </a>
      ) : null}
      {canEdit ? (
        <a className={buttonClass()} href={`/declarations/${declaration.id}/lines/new`}>
          新增一行
        </a>
      ) : null}
      {reader.role.startsWith('office') ? (
        <a className={buttonClass({ look: 'primary' })} href={`/review/${declaration.year}`}>
          到审核台审核
        </a>
      ) : null}
    </PageHead>
  );
}

function Lines({ declaration, canEdit }: { declaration: DeclarationView; canEdit: boolean }) {
  return (
    <Section title={`申报行 ${declaration.total} 行`}>
      {declaration.lines.length > 0 ? (
        <DeclarationLines lines={declaration.lines} wasSentOn={declaration.approvedAt !== null} canEdit={canEdit} />
      ) : (
        <EmptyState title="还没有申报行。" condition={canEdit ? '新增一行，或导入申报表。' : undefined} />
      )}
      <Turns declaration={declaration} />
    </Section>
  );
}

/** One declaration: its lines with what became of them, its history, and what its reader can do with it now. */
export function DeclarationDetail({ declaration, reader }: Props) {
  const isFiler = reader.role === 'agencyFiler' && declaration.agencyCode === reader.agencyCode;
  const canEdit = isFiler && isOpenToFiler({ status: declaration.status, wasSentOn: declaration.approvedAt !== null });
  return (
    <>
      <Head declaration={declaration} reader={reader} canEdit={canEdit} />
      <div className="stack">
        <Lines declaration={declaration} canEdit={canEdit} />
        <div className="g">
          <div className="c7 stack">
            <DeclarationSteps declaration={declaration} reader={reader} />
            <Section title="概要">
              <KeyValues items={factsOf(declaration)} />
            </Section>
          </div>
          <div className="c5 stack">
            <Section title="经过">
              <Timeline items={historyOf(declaration)} />
            </Section>
            <Sheets declaration={declaration} />
          </div>
        </div>
      </div>
    </>
  );
}
