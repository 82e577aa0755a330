import { PageHead } from '#ui/page-head.tsx';
import { RefreshEvery } from '#ui/refresh-every.tsx';
import { Section } from '#ui/section.tsx';
import { momentWords } from '#ui/words.ts';
import type { SheetView } from '../queries/load-sheet.ts';
import { DryRun, type Pages } from './dry-run.tsx';
import { SheetStatusMark } from './sheet-status-mark.tsx';
import { ImportStep, UndoStep } from './sheet-steps.tsx';
import { SheetUpload } from './sheet-upload.tsx';

/** After so long nobody should wait on the page any more. */
const patience = 120_000;

function Progress({ sheet: { now, receivedAt, id, year } }: { sheet: SheetView }) {
  const isLong = now.getTime() - receivedAt.getTime() > patience;
  return (
    <Section title={isLong ? '还没有读完' : '正在读取'}>
      <p role="status">
        {isLong ? '服务器可能正忙，可以稍后再来看，或者重新上传一次。' : '通常几秒钟读完。可以离开本页，稍后在“申报”里找到。'}
      </p>
      <p className="btns mt-3">
        <a href={`/declarations/sheets/${id}`}>看现在读到哪里</a>
        {isLong ? <a href={`/declarations/sheets/new?year=${year}`}>重新上传</a> : null}
      </p>
      {isLong ? null : <RefreshEvery seconds={1} />}
      {isLong ? null : (
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
      )}
    </Section>
  );
}

function Refused({ sheet }: { sheet: SheetView }) {
  return (
    <div className="g">
      <Section className="c7" title="没有接收这份文件">
        <p className="say no">{sheet.refusal}。</p>
      </Section>
      <Section className="c5" title="重新上传">
        <SheetUpload years={[sheet.year]} />
      </Section>
    </div>
  );
}

function Twin({ sheet: { twin, now } }: { sheet: SheetView }) {
  if (!twin) return null;
  return (
    <p className="say wait mb-6">
      同一份文件 {momentWords(new Date(twin.receivedAt), now)} 上传过：
      <a href={`/declarations/sheets/${twin.id}`}>看那一份</a>　<SheetStatusMark status={twin.status} />
    </p>
  );
}

function Head({ sheet }: { sheet: SheetView }) {
  const { fileName, year, now, receivedAt, receivedBy, id, status } = sheet;
  const note = (
    <>
      {year} 年　{momentWords(receivedAt, now)} {receivedBy} 上传　
      <SheetStatusMark status={status} />
    </>
  );
  return (
    <PageHead title={fileName} crumb={{ href: `/declarations/sheets/new?year=${year}`, label: '上传申报表', here: fileName }} note={note}>
      <a href={`/declarations/sheets/${id}/file`}>下载原表</a>
    </PageHead>
  );
}

function Outcome({ sheet }: { sheet: SheetView }) {
  if (sheet.canMend) return <ImportStep sheet={sheet} />;
  if (sheet.status !== 'imported') return null;
  return (
    <div className="btns">
      <a href={`/declarations/${sheet.declarationId}`}>看这份申报</a>
      {sheet.canUndo ? <UndoStep sheet={sheet} /> : null}
    </div>
  );
}

/** One uploaded sheet: being read, refused, or as a dry run that can be mended, imported and undone. */
export function SheetPage({ sheet, pages }: { sheet: SheetView; pages: Pages }) {
  return (
    <>
      <Head sheet={sheet} />
      <Twin sheet={sheet} />
      {sheet.status === 'received' ? <Progress sheet={sheet} /> : null}
      {sheet.status === 'refused' ? <Refused sheet={sheet} /> : null}
      {sheet.reading ? (
        <div className="stack">
          <Outcome sheet={sheet} />
          <DryRun sheet={sheet} reading={sheet.reading} pages={pages} />
        </div>
      ) : null}
    </>
  );
}
