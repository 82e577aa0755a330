import { groundsOf, type Verdict } from '#domain/law/verdict.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { timeWords } from '#ui/words.ts';
import { discardDraftAction } from '../actions.ts';
import { kindWords } from '../labels.ts';
import type { DraftDesk } from '../queries/load-draft-desk.ts';
import { DraftForm } from './draft-form.tsx';
import { DraftMatters } from './draft-matters.tsx';
import { DraftMonth } from './draft-month.tsx';
import { DraftPeople } from './draft-people.tsx';
import { DraftReasons } from './draft-reasons.tsx';
import { DraftVerdict } from './draft-verdict.tsx';

function Enterprise({ desk }: { desk: DraftDesk }) {
  const { enterprise } = desk.facts;
  return (
    <Section title="1　企业" end={`本年各单位入企 ${desk.options.visitsThisYear} 次`}>
      <p>
        <b>{enterprise.name}</b>　{enterprise.uscc}
      </p>
      <p className="m">
        {enterprise.accountableTerritory}　{desk.address}　信用风险 {enterprise.risk}　{enterprise.keyEnterprise ? <b>重点企业</b> : null}
      </p>
    </Section>
  );
}

function obstacleOf(verdict: Verdict | null): string | null {
  if (!verdict) return '还没有选好检查类型和时间';
  const forbidden = groundsOf(verdict).filter(({ outcome }) => outcome === 'forbidden').length;
  return forbidden > 0 ? `${forbidden} 项不符合` : null;
}

function DraftStatus({ desk }: { desk: DraftDesk }) {
  const obstacle = obstacleOf(desk.verdict);
  return (
    <>
      <span>
        <Status look="draft">草稿</Status>　{timeWords(desk.savedAt)} 已保存
      </span>
      <a href="#verdict" className="noline">
        {obstacle ? <Status look={desk.verdict ? 'no' : 'draft'}>{obstacle}</Status> : <Status look="ok">可以送批</Status>}
      </a>
    </>
  );
}

function Discard({ draft }: { draft: string }) {
  return (
    <ActionForm action={discardDraftAction}>
      <input type="hidden" name="draft" value={draft} />
      <SubmitButton small pending="正在放弃">
        放弃草稿
      </SubmitButton>
    </ActionForm>
  );
}

/** Without scripts the answer to 送批 cannot be shown in its place, so what is missing stands first on every page that comes back. */
function MissingWithoutScript({ missing }: Pick<DraftDesk, 'missing'>) {
  const errors = Object.entries(missing).flatMap(([field, messages]) => messages.map((message) => ({ field, message })));
  return (
    <noscript>
      <ErrorSummary errors={errors} title="还不能送批" />
    </noscript>
  );
}

/** The filing form with its live verdict beside it. */
export function DraftPage({ desk }: { desk: DraftDesk }) {
  const kind = Object.entries(kindWords).find(([key]) => key === desk.body.kind)?.[1];
  return (
    <>
      <PageHead
        title="新建入企检查备案"
        note={[kind, '备案编号在备案完成时生成'].filter(Boolean).join('　')}
        crumb={{ href: '/filings', label: '备案', here: '新建' }}
      >
        <Discard draft={desk.id} />
      </PageHead>
      <MissingWithoutScript missing={desk.missing} />
      <DraftForm status={<DraftStatus desk={desk} />} obstacle={obstacleOf(desk.verdict)}>
        <input type="hidden" name="draft" value={desk.id} />
        <div className="g mb-12">
          <div className="c7 stack close">
            <Enterprise desk={desk} />
            <DraftMatters desk={desk} />
            <DraftMonth desk={desk} />
            <DraftPeople desk={desk} />
            <DraftReasons desk={desk} />
          </div>
          <div className="c5">
            <div className="side">
              <DraftVerdict desk={desk} />
            </div>
          </div>
        </div>
      </DraftForm>
    </>
  );
}
