import { categoryWords } from '#domain/declaration/sheet/read-words.ts';
import { formWords } from '#domain/inspection/words.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea } from '#ui/answered-field.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { type KeyValue, KeyValues } from '#ui/key-values.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { decideProposalAction } from '../actions.ts';
import { proposalKindWords, proposalLabels } from '../labels.ts';
import type { ProposalView } from '../queries/load-matter.ts';
import { sayMerging } from './words.ts';

type Compared = { readonly term: string; readonly before: string; readonly after: string };

/** What is in force beside what is asked for; industries by their divisions, as the form writes them. */
function compare({ before, proposal }: ProposalView): Compared[] {
  const { fields, kind } = proposal;
  const after = (text: string) => (kind === 'withdraw' ? '取消' : text);
  const was = (text: string | undefined) => (before ? (text ?? '') : '无');
  return [
    { term: '事项', before: was(before?.name), after: after(fields.name) },
    { term: '类别', before: was((before && categoryWords[before.category]) || undefined), after: after(categoryWords[fields.category]) },
    { term: '方式', before: was(before ? formWords[before.form] : undefined), after: after(formWords[fields.form]) },
    { term: '依据', before: was(before?.basis), after: after(`《${fields.basisInstrument}》${fields.basisArticle}`) },
    {
      term: '合并',
      before: was(before ? sayMerging(before) : undefined),
      after: after(sayMerging({ mergeableGroup: fields.mergeableGroup || null })),
    },
    { term: '特殊领域', before: was(before?.specialField ? '是' : '否'), after: after(fields.specialField === 'yes' ? '是' : '否') },
    {
      term: '行业',
      before: was(before?.industries.length ? `${before.industries.length} 类` : '不限'),
      after: after(fields.industries.length > 0 ? `${fields.industries.length} 类：${fields.industries.join('、')}` : '不限'),
    },
    { term: '每年上限', before: was(`${before?.maxPerYear} 次`), after: after(`${fields.maxPerYear} 次`) },
  ];
}

const columns: Column<Compared>[] = [
  { key: 'term', head: '项目', rowHead: true, nowrap: true, cell: ({ term }) => term },
  { key: 'before', head: '现行', cell: ({ before }) => before },
  { key: 'after', head: '申请', cell: ({ before, after }) => (before === after ? after : <b>{after}</b>) },
];

function Decision({ id }: { id: string }) {
  return (
    <Section title="处理">
      <ActionForm action={decideProposalAction} className="stack close" errorTitle="没有办成">
        <input type="hidden" name="proposal" value={id} />
        <AnsweredChoices
          type="radio"
          legend="意见"
          name="decision"
          value={[]}
          options={[
            { value: 'accepted', label: '采纳，明天起列入新的一版清单' },
            { value: 'refused', label: '不采纳' },
          ]}
        />
        <AnsweredArea label="理由（不采纳的必填）" name="reason" maxLength={500} />
        <SubmitButton look="primary" pending="正在处理">
          记录处理意见
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}

function factsOf({ proposal }: ProposalView): KeyValue[] {
  const { agency, proposedBy, proposedAt, reason, decidedBy, decidedAt, decisionReason, now } = proposal;
  return [
    { term: '单位', value: agency },
    { term: '提出', value: `${proposedBy}　${momentWords(proposedAt, now)}` },
    { term: '理由', value: reason },
    ...(decidedAt ? [{ term: '处理', value: [decidedBy, momentWords(decidedAt, now), decisionReason].filter(Boolean).join('　') }] : []),
  ];
}

/** A proposal beside what is in force, and the office's decision. */
export function ProposalPage({ view }: { view: ProposalView }) {
  const { proposal, canDecide } = view;
  const { look, word } = proposalLabels[proposal.status];
  const title = `${proposalKindWords[proposal.kind]}事项：${proposal.name}`;
  return (
    <>
      <PageHead
        crumb={{ href: '/matters', label: '事项清单', here: '调整申请' }}
        title={title}
        note={<Status look={look}>{word}</Status>}
      />
      <div className="g">
        <div className="c7 stack">
          <Section title="现行与申请">
            <DataTable label="现行与申请" look="rows" columns={columns} rows={compare(view)} rowKey={({ term }) => term} />
          </Section>
        </div>
        <div className="c5 stack">
          <Section title="申请">
            <KeyValues items={factsOf(view)} />
          </Section>
          {canDecide ? <Decision id={proposal.id} /> : null}
        </div>
      </div>
    </>
  );
}
