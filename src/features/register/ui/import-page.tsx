import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { RefreshEvery } from '#ui/refresh-every.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { momentWords } from '#ui/words.ts';
import { kindLabels, statusLabels } from '../labels.ts';
import type { ImportView } from '../queries/load-import.ts';
import type { RowFilter } from '../schema.ts';
import { RegisterUpload } from './import-desk.tsx';
import { ImportRows } from './import-rows.tsx';
import { ImportStep, UndoStep } from './import-steps.tsx';

type Props = { view: ImportView; filter: RowFilter };

function Head({ view }: Pick<Props, 'view'>) {
  const { kind, fileName, receivedAt, receivedBy, now, status, id } = view;
  const { home, title } = kindLabels[kind];
  const note = (
    <>
      {momentWords(receivedAt, now)} {receivedBy} 上传　
      <Status look={statusLabels[status].look}>{statusLabels[status].word}</Status>
    </>
  );
  return (
    <PageHead title={fileName} crumb={{ href: `${home}/imports`, label: title, here: fileName }} note={note}>
      <a href={`${home}/imports/${id}/file`}>下载原表</a>
    </PageHead>
  );
}

function Progress() {
  return (
    <Section title="正在读取">
      <p role="status">正在读取，一般几秒钟。这一页会自己更新。</p>
      <RefreshEvery seconds={1} />
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
    </Section>
  );
}

/** Longer than its reading takes with every attempt that is made. */
const longestMinutes = 5;

/** A reading that failed time and again stays where it is: the file can be sent anew. */
function Stuck({ view: { kind } }: Pick<Props, 'view'>) {
  return (
    <div className="g">
      <Section className="c7" title="还没有读完">
        <p className="say no">这份文件 {longestMinutes} 分钟还没有读完，读取可能已经中断。名录没有改动，请重新上传。</p>
      </Section>
      <Section className="c5" title="重新上传">
        <RegisterUpload kind={kind} />
      </Section>
    </div>
  );
}

function Reading({ view }: Pick<Props, 'view'>) {
  const isLong = view.now.getTime() - view.receivedAt.getTime() > longestMinutes * 60_000;
  return isLong ? <Stuck view={view} /> : <Progress />;
}

function Refused({ view: { refusal, kind } }: Pick<Props, 'view'>) {
  return (
    <div className="g">
      <Section className="c7" title="没有接收这份文件">
        <p className="say no">{refusal}。</p>
      </Section>
      <Section className="c5" title="重新上传">
        <RegisterUpload kind={kind} />
      </Section>
    </div>
  );
}

function Step({ view }: Pick<Props, 'view'>) {
  if (!view.canAct) return null;
  return view.status === 'imported' ? <UndoStep view={view} /> : <ImportStep view={view} />;
}

function TableFacts({ view: { tally } }: Pick<Props, 'view'>) {
  if (!tally) return null;
  const unread = tally.unread.length > 0 ? `　没有用到的列：${tally.unread.join('、')}` : '';
  return (
    <p className="m">
      工作表“{tally.sheet}”，表头在第 {tally.headingRow} 行{unread}
    </p>
  );
}

/** One uploaded register: being read, refused, or with every row's fate, to be mended, imported and taken back. */
export function ImportPage({ view, filter }: Props) {
  const { status, tally } = view;
  return (
    <>
      <Head view={view} />
      {status === 'received' ? <Reading view={view} /> : null}
      {status === 'refused' ? <Refused view={view} /> : null}
      {tally ? (
        <div className="stack">
          <Step view={view} />
          <TableFacts view={view} />
          <ImportRows view={view} filter={filter} tally={tally} />
        </div>
      ) : null}
      {tally && view.total === 0 && !filter.fate && !filter.q ? <EmptyState title="表里没有行。" /> : null}
    </>
  );
}
