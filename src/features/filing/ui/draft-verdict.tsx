import { isoOf } from '#domain/calendar/iso.ts';
import { titleOfRule } from '#domain/inspection/entry-rules.ts';
import type { ExemptionCode } from '#domain/inspection/kinds.ts';
import { evidenceWords, exemptionWords } from '#domain/inspection/words.ts';
import { type Fix, groundsOf, type Verdict } from '#domain/law/verdict.ts';
import { AreaField } from '#ui/area-field.tsx';
import { buttonClass } from '#ui/button.ts';
import { Fold } from '#ui/fold.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { SlotButton, Slots } from '#ui/slots.tsx';
import { TextField } from '#ui/text-field.tsx';
import { VerdictPanel } from '#ui/verdict-panel.tsx';
import { spanWords, timeWords } from '#ui/words.ts';
import type { DraftDesk } from '../queries/load-draft-desk.ts';
import { GroundList } from './ground-list.tsx';
import { VerdictTable } from './verdict-table.tsx';

const heads = {
  forbidden: { kind: 'no', title: '现在不能备案' },
  held: { kind: 'wait', title: '送批后须由办公室处理' },
  exempt: { kind: 'ok', title: '属例外情形，可以备案' },
  allowed: { kind: 'ok', title: '可以备案' },
} as const;

const counted = [
  ['forbidden', '不符合'],
  ['held', '待处理'],
  ['allowed', '符合'],
  ['exempt', '例外'],
  ['pending', '待批准'],
  ['duty', '须告知'],
] as const;

function summaryOf(verdict: Verdict, now: Date): string {
  const counts = counted.map(
    ([outcome, word]) => [verdict.findings.filter((finding) => finding.outcome === outcome).length, word] as const,
  );
  return `${counts.flatMap(([n, word]) => (n > 0 ? [`${n} 项${word}`] : [])).join('，')}　${timeWords(now)} 判定`;
}

function TimeFixes({ fixes, now }: { fixes: readonly Fix[]; now: Date }) {
  const times = fixes.filter((fix) => fix.kind === 'slot' || fix.kind === 'split');
  if (times.length === 0) return null;
  return (
    <Slots title="改成下面任一时间就能备案">
      {times.map((fix) => (
        <SlotButton
          key={`${fix.kind}${fix.start.getTime()}`}
          name="intent"
          value={`slot:${isoOf(fix.start)}/${isoOf(fix.end)}`}
          label={spanWords(fix, now)}
          note={fix.note}
        />
      ))}
    </Slots>
  );
}

function sayFix(fix: Fix, now: Date): string | null {
  if (fix.kind === 'join' && fix.filingNo === null) return `可参加联合检查（${spanWords(fix, now)}）：${fix.note}。`;
  if (fix.kind === 'join') return `可并入 ${fix.filingNo}（${spanWords(fix, now)}）：${fix.note}，本单位带自己的事项和人员参加。`;
  if (fix.kind === 'inspector') return `可加执法人员：${fix.note}（${fix.credentialNo}）`;
  if (fix.kind === 'planEntry') return `可用计划项：${fix.no}　${fix.note}`;
  return fix.kind === 'none' ? `${titleOfRule(fix.rule)}：${fix.note}` : null;
}

/** Where the agency joins the visit that a fix names; the draft goes along. */
function joinHref({ id, joinable }: DraftDesk, fix: Fix): string | null {
  const filing = fix.kind === 'join' && fix.filingNo ? joinable.get(fix.filingNo) : undefined;
  return filing ? `/filings/${filing}/join?draft=${id}` : null;
}

function OtherFixes({ desk, fixes, now }: { desk: DraftDesk; fixes: readonly Fix[]; now: Date }) {
  const lines = fixes.flatMap((fix) => {
    const say = sayFix(fix, now);
    return say === null ? [] : [{ say, href: joinHref(desk, fix) }];
  });
  return lines.length === 0 ? null : (
    <ul className="plain-list">
      {lines.map(({ say, href }) => (
        <li key={say}>
          {say}
          {href ? (
            <a className={buttonClass({ small: true })} href={href}>
              参加这次检查
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Exemption({ desk }: { desk: DraftDesk }) {
  const { exemptions, recurrences } = desk.facts.policy.values.quietDays.value;
  const { body } = desk;
  if (recurrences.length === 0) return null;
  const options = exemptions.filter((code) => code !== 'specialIndustry').map((value) => ({ value, label: exemptionWords[value] }));
  const evidence = evidenceWords[body.exemptionCode as ExemptionCode];
  return (
    <Fold summary={`确属例外情形（${options.length} 种）`} open={body.exemptionCode !== ''}>
      <p className="s">例外只解除宁静日，不免除备案、合并、两人执法和告知。填写后须由办公室处理，不处理不等于同意。</p>
      <SelectField label="例外情形" name="exemptionCode" blank="无" options={options} value={body.exemptionCode} />
      <TextField
        label="证明"
        name="exemptionEvidence"
        hint={evidence ? `须提供${evidence}` : '文号、编号等'}
        value={body.exemptionEvidence}
        width="l"
      />
      <AreaField label="理由" name="exemptionReason" rows={2} maxLength={500} value={body.exemptionReason} />
    </Fold>
  );
}

function Judged({ desk, verdict }: { desk: DraftDesk; verdict: Verdict }) {
  const { now } = desk.facts;
  const rest = verdict.findings.filter(({ outcome }) => outcome === 'allowed' || outcome === 'pending' || outcome === 'duty');
  return (
    <>
      <GroundList grounds={groundsOf(verdict)} />
      <TimeFixes fixes={verdict.fixes} now={now} />
      <OtherFixes desk={desk} fixes={verdict.fixes} now={now} />
      <Fold summary={`符合的和待办的 ${rest.length} 项`}>
        <VerdictTable verdict={{ ...verdict, findings: rest }} />
      </Fold>
    </>
  );
}

/** The verdict on the form as it stands: all grounds at once, with source, facts and what would be lawful. */
export function DraftVerdict({ desk }: { desk: DraftDesk }) {
  const { verdict, facts } = desk;
  const head = verdict ? heads[verdict.kind] : ({ kind: 'wait', title: '选好检查类型和时间后判定' } as const);
  return (
    <VerdictPanel id="verdict" kind={head.kind} title={head.title} summary={verdict ? summaryOf(verdict, facts.now) : undefined}>
      {verdict ? <Judged desk={desk} verdict={verdict} /> : null}
      <Exemption desk={desk} />
    </VerdictPanel>
  );
}
