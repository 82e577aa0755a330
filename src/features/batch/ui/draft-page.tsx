import type { DraftDesk } from '#features/filing/queries/load-draft-desk.ts';
import { DraftMatters } from '#features/filing/ui/draft-matters.tsx';
import { DraftPeople } from '#features/filing/ui/draft-people.tsx';
import { DraftReasons } from '#features/filing/ui/draft-reasons.tsx';
import { ActionForm } from '#ui/action-form.tsx';
import { AreaField } from '#ui/area-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { discardBatchAction } from '../actions.ts';
import type { BatchDesk } from '../queries/load-batch.ts';
import { BatchForm } from './batch-form.tsx';
import { ItemsTable } from './items-table.tsx';

const perDay = ['1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: `${value} 家` }));

function Discard({ batch }: { batch: string }) {
  return (
    <ActionForm action={discardBatchAction}>
      <input type="hidden" name="batch" value={batch} />
      <SubmitButton small pending="正在放弃">
        放弃这一批
      </SubmitButton>
    </ActionForm>
  );
}

/** How the times shall lie, and the button that lays them anew. */
function Times({ batch: { body, items, now } }: { batch: BatchDesk }) {
  return (
    <Section title="3　企业与时间" end={`${items.length} 家`}>
      <div className="btns end-aligned">
        <TextField label="从哪天起" name="firstDay" placeholder="2026-12-21" size={11} value={body.firstDay || items[0]?.day} />
        <SelectField label="每天" name="perDay" options={perDay} value={body.perDay || '2'} />
        <TextField label="每家用时（分钟）" name="minutes" inputMode="numeric" size={5} value={body.minutes || '120'} />
        <SubmitButton name="intent" value="propose" pending="正在排时间">
          重新排时间
        </SubmitButton>
      </div>
      <p className="hint mt-2">逐家依次排在可以入企的工作日；单家的时间可以在下面改，改后保存并判定。</p>
      {items.length > 0 ? (
        <ItemsTable items={items} now={now} />
      ) : (
        <EmptyState title="这一批还没有企业。" condition="在下面粘贴代码加入。" />
      )}
      <AreaField label="加入企业：粘贴统一社会信用代码" name="codes" optional rows={2} maxLength={8000} />
    </Section>
  );
}

const ownFields = ['firstDay', 'perDay', 'minutes'];

/** Keeps what is shared where the form has no enterprise for which it could offer choices. */
function Kept({ batch }: { batch: BatchDesk }) {
  const fields = Object.entries(batch.body).filter(([name]) => !ownFields.includes(name));
  return fields.flatMap(([name, value]) =>
    [value].flat().map((each) => <input type="hidden" name={name} value={each} key={`${name}${each}`} />),
  );
}

function Shared({ batch, draft }: { batch: BatchDesk; draft: DraftDesk | null }) {
  if (!draft)
    return (
      <>
        <Kept batch={batch} />
        <Times batch={batch} />
      </>
    );
  return (
    <>
      <DraftMatters desk={draft} />
      <Times batch={batch} />
      <DraftPeople desk={draft} />
      <p className="hint">不选人员的，各企业由各自抽中的人员检查。</p>
      <DraftReasons desk={draft} />
    </>
  );
}

/** A batch being filled in: the shared form once, a time and a verdict for each enterprise. */
export function BatchDraftPage({ batch, draft }: { batch: BatchDesk; draft: DraftDesk | null }) {
  const lawful = batch.items.filter(({ verdict }) => verdict && verdict.kind !== 'forbidden').length;
  const refused = batch.items.length - lawful;
  const status = (
    <>
      <Status look="ok">{lawful} 家可以备案</Status>
      {refused > 0 ? <Status look="no">{refused} 家不能备案</Status> : null}
    </>
  );
  return (
    <>
      <PageHead
        title="批量备案"
        note={`${batch.items.length} 家，每家各自判定；不能备案的留下理由，不影响其他家。`}
        crumb={{ href: '/filings/batches', label: '批量备案', here: '填报' }}
      >
        <Discard batch={batch.id} />
      </PageHead>
      <BatchForm status={status} lawful={lawful}>
        <input type="hidden" name="batch" value={batch.id} />
        <div className="stack close mb-12">
          <Shared batch={batch} draft={draft} />
        </div>
      </BatchForm>
    </>
  );
}
