import { triggerWords } from '#domain/inspection/words.ts';
import { VerdictAnswer } from '#features/filing/ui/verdict-answer.tsx';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredArea, AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { logEmergencyAction } from '../actions.ts';
import type { CallDesk } from '../queries/load-desk.ts';

const startWords = { '0': '立即', '30': '半小时后', '60': '一小时后', '120': '两小时后' };
const hourWords = { '1': '1 小时', '2': '2 小时', '4': '4 小时', '8': '8 小时', '12': '12 小时' };
const optionsOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

function CallerPhone({ value }: { value: string | undefined }) {
  const hint = '和登记电话不一致的，挂断后按登记电话回拨。';
  return <AnsweredText label="来电号码" name="callerPhone" type="tel" autoComplete="off" width="m" value={value} hint={hint} />;
}

function CallerCheck({ leaders }: { leaders: CallDesk['leaders'] }) {
  return (
    <>
      <AnsweredChoices
        type="radio"
        legend="登记的分管负责人"
        name="caller"
        value={leaders.slice(0, 1).map(({ id }) => id)}
        options={leaders.map(({ id, name, credentialNo, phone }) => ({
          value: id,
          label: <b>{name}</b>,
          note: `登记电话 ${phone || '没有登记'}　执法证 ${credentialNo ?? '无'}`,
        }))}
      />
      <CallerPhone value={leaders[0]?.phone} />
      <AnsweredChoices
        type="checkbox"
        legend="核对"
        name="checked"
        value={[]}
        options={[{ value: 'yes', label: '已核对：来电人就是登记的分管负责人' }]}
      />
    </>
  );
}

function Officers({ officers }: { officers: CallDesk['officers'] }) {
  return (
    <AnsweredChoices
      type="checkbox"
      legend="执法人员（不少于 2 人）"
      name="inspectors"
      className="two-columns"
      value={[]}
      options={officers.map(({ credentialNo, name, validTo, fault }) => ({
        value: credentialNo,
        label: name,
        note: fault ? `不能参加：${fault}` : `${credentialNo}　有效期至 ${validTo}`,
      }))}
    />
  );
}

function Visit({ desk }: { desk: CallDesk }) {
  return (
    <>
      <AnsweredChoices
        type="radio"
        legend="企业"
        name="enterprise"
        value={desk.enterprises.length === 1 ? desk.enterprises.map(({ id }) => id) : []}
        options={desk.enterprises.map(({ id, name, uscc, territory, keyEnterprise }) => ({
          value: id,
          label: name,
          note: `${uscc}　${territory}${keyEnterprise ? '　重点企业' : ''}`,
        }))}
      />
      <AnsweredArea label="为什么紧急" name="reason" rows={2} maxLength={400} />
      <AnsweredSelect label="检查缘由" name="trigger" width="m" options={optionsOf(triggerWords)} value="tipOff" />
      <AnsweredText label="文号或编号" name="reference" optional maxLength={100} width="m" />
      <AnsweredText label="车牌" name="plate" optional maxLength={40} width="m" hint="企业来电时可按车牌查找。" />
      <Officers officers={desk.officers} />
      <AnsweredSelect label="何时入企" name="startsIn" width="s" options={optionsOf(startWords)} value="0" />
      <AnsweredSelect label="预计时长" name="hours" width="s" options={optionsOf(hourWords)} value="2" />
    </>
  );
}

/** Logging a call, once the agency and the enterprise are known; saved, it leads to the number to be read out. */
export function CallForm({ desk, agency, id }: { desk: CallDesk; agency: string; id: string }) {
  if (desk.leaders.length === 0) {
    return <EmptyState title="这个单位没有登记分管负责人。" condition="不能受理口头备案。请先在人员名录中登记分管负责人。" />;
  }
  return (
    <ActionForm action={logEmergencyAction} className="stack close" errorTitle="还不能记录">
      <VerdictAnswer />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="agency" value={agency} />
      <CallerCheck leaders={desk.leaders} />
      <Visit desk={desk} />
      <SubmitButton pending="正在记录" look="primary">
        记录并生成确认号
      </SubmitButton>
    </ActionForm>
  );
}
