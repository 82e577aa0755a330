import { sourceWords } from '#domain/declaration/line.ts';
import { sayPeriod } from '#domain/declaration/period.ts';
import { formWords, kindWords } from '#domain/inspection/words.ts';
import { sayGroup } from '#domain/plan/group-words.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { KeyValues } from '#ui/key-values.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { takeStepAction } from '../actions.ts';
import { actionWords } from '../labels.ts';
import type { LineView } from '../queries/load-line.ts';
import { LineStatus, sayTime } from './line-table.tsx';
import { StepList } from './step-list.tsx';
import { count, deskHref } from './words.ts';

function comparedRows(line: LineView) {
  const visits = line.quantity.kind === 'count' ? line.said : `${line.said}，合 ${count(line.declaredCount)} 户`;
  return [
    { what: '户次', declared: visits, now: `${count(line.count)} 户` },
    { what: '时间', declared: sayPeriod(line.period), now: sayTime(line) },
    { what: '方式', declared: formWords[line.declaredForm], now: formWords[line.form] },
  ];
}
type Compare = ReturnType<typeof comparedRows>[number];

function Compared({ line }: { line: LineView }) {
  const columns: Column<Compare>[] = [
    { key: 'what', head: '项目', hideHead: true, rowHead: true, cell: ({ what }) => what },
    { key: 'declared', head: '申报', cell: ({ declared }) => declared },
    { key: 'now', head: '现在', cell: ({ now }) => (line.outcome === 'dropped' ? '不列入' : now) },
  ];
  return (
    <Section title="申报与现在">
      <DataTable label="申报与现在" look="fit" columns={columns} rows={comparedRows(line)} rowKey={({ what }) => what} />
      {line.reason ? <p className="say mt-3">理由：{line.reason}</p> : null}
    </Section>
  );
}

function factsOf(line: LineView) {
  const partners = [line.partners.join('、'), line.partnersText].filter(Boolean)[0];
  return [
    { term: '单位', value: line.agency },
    { term: '任务来源', value: sourceWords[line.source] },
    { term: '对象', value: `${line.poolLabel}，企业库里 ${count(line.poolSize)} 家` },
    {
      term: '事项',
      value: `${line.matterCode}　每家每年最多 ${line.maxPerYear} 次${line.specialField ? '　特殊领域，不受宁静日限制' : ''}`,
    },
    { term: '事项组', value: line.group ? sayGroup(line.group) : '不在可合并的事项组' },
    { term: '依据', value: line.basis || '未填' },
    { term: '配合单位', value: partners ?? '无' },
    { term: '种类', value: [kindWords[line.kind], line.approvalDocument].filter(Boolean).join('　') },
    { term: '备注', value: line.remark || '无' },
    ...(line.entryNo ? [{ term: '计划编号', value: line.entryNo }] : []),
  ];
}

function Joined({ line }: { line: LineView }) {
  if (line.joined.length === 0) return null;
  return (
    <Section title="同一次联合检查的其他行">
      <ul className="bullets">
        {line.joined.map(({ id, matter, agency }) => (
          <li key={id}>
            <a href={`/review/lines/${id}`}>{matter}</a>　{agency}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const asking = ['trim', 'move', 'offsite', 'drop', 'return'] as const;

function Actions({ line }: { line: LineView }) {
  const back = `/review/lines/${line.id}`;
  const leading = (action: string) => `/review/${line.year}/act?${new URLSearchParams({ action, line: line.id, back })}`;
  return (
    <Section title="怎样处理">
      <ActionForm action={takeStepAction} errorTitle="没有办成">
        <input type="hidden" name="year" value={line.year} />
        <input type="hidden" name="line" value={line.id} />
        <input type="hidden" name="back" value={back} />
        <div className="btns">
          <SubmitButton name="action" value="keep" look="primary" pending="正在办理">
            {actionWords.keep}
          </SubmitButton>
          {asking.map((action) => (
            <a key={action} className={buttonClass()} href={leading(action)}>
              {actionWords[action]}
            </a>
          ))}
          {line.outcome === 'unreviewed' ? null : (
            <SubmitButton name="action" value="reopen" pending="正在办理">
              {actionWords.reopen}
            </SubmitButton>
          )}
        </div>
      </ActionForm>
      <p className="hint mt-3">合并须选两行以上，请在审核页勾选。</p>
    </Section>
  );
}

function Warnings({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="over-months mb-6">
      {warnings.map((sentence) => (
        <li key={sentence}>
          <Status look="warn">{sentence}</Status>
        </li>
      ))}
    </ul>
  );
}

/** One declared line: as declared and as it stands, what to mind, its history, and what can be done with it. */
export function LinePage({ line }: { line: LineView }) {
  return (
    <>
      <PageHead
        crumb={{ href: deskHref(line.year), label: `${line.year} 年度计划审核`, here: line.matter }}
        title={line.matter}
        note={
          <>
            <LineStatus line={line} />　{line.agency}
            {line.isBack ? '　这份申报在单位修改中' : ''}
          </>
        }
      />
      <Warnings warnings={line.warnings} />
      <div className="g">
        <div className="c7 stack">
          <Compared line={line} />
          <Section title="申报内容" end={<a href={`/declarations/${line.declarationId}`}>整份申报</a>}>
            <KeyValues items={factsOf(line)} />
          </Section>
          <Joined line={line} />
        </div>
        <div className="c5 stack">
          <Actions line={line} />
          <Section title="审核记录">
            {line.steps.length > 0 ? <StepList steps={line.steps} now={line.now} /> : <EmptyState title="还没有审过。" />}
          </Section>
        </div>
      </div>
    </>
  );
}
