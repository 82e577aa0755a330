import { lotteries } from '#domain/draw/lotteries.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredChoices } from '#ui/answered-choices.tsx';
import { AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { Fold } from '#ui/fold.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { prepareDrawAction } from '../actions.ts';
import type { NewDrawDesk, PoolPreview } from '../queries/load-preparation.ts';
import { PoolSummary } from './pool-preview.tsx';

function PublicNumber({ hours }: { hours: number }) {
  return (
    <Fold summary="再加一个公共号码（可选）">
      <p className="hint">
        开奖号码由两个参加方各派一人录入、一致才算，任何一方都无法预知。开奖要在异议、承诺、揭示全部截止以后，也就是从冻结起 {hours}{' '}
        小时以后。
      </p>
      <AnsweredSelect
        label="彩种"
        name="lottery"
        options={lotteries.map((name) => ({ value: name, label: name }))}
        blank="不用公共号码"
        hint="号码的位数由彩种定"
      />
      <AnsweredText label="期号" name="issue" width="s" maxLength={30} hint="例如 2026140" />
      <AnsweredText label="开奖时间" name="at" width="s" maxLength={16} hint="北京时间，例如 2026-12-01 21:30" />
    </Fold>
  );
}

function Together({ desk, preview }: { desk: NewDrawDesk; preview: PoolPreview }) {
  const { entry } = preview;
  const others = desk.entries
    .filter(({ id, fromDay, toDay }) => id !== entry.id && fromDay <= entry.toDay && entry.fromDay <= toDay)
    .slice(0, 20);
  if (others.length === 0) return null;
  return (
    <Fold summary={`本单位另有 ${others.length} 项时间重叠，可以一起抽`}>
      <AnsweredChoices
        type="checkbox"
        legend="一起抽的计划项"
        name="also"
        hideLegend
        value={[]}
        hint="用同一组随机数，各抽各的名单；同一企业被几项抽中的机会最大，少入几次企业"
        options={others.map(({ id, no, title, quota }) => ({ value: id, label: `${no}　${title}`, note: `计划 ${quota} 家` }))}
      />
    </Fold>
  );
}

function Prepare({ desk, preview }: { desk: NewDrawDesk; preview: PoolPreview }) {
  const { entry, sample } = preview;
  return (
    <ActionForm action={prepareDrawAction} className="stack close" errorTitle="没有准备好">
      <input type="hidden" name="entry" value={entry.id} />
      <AnsweredText
        label="抽取户数"
        name="sample"
        width="s"
        inputMode="numeric"
        value={sample > 0 ? String(sample) : undefined}
        hint={`1 到 ${entry.quota}`}
      />
      <Together desk={desk} preview={preview} />
      <PublicNumber hours={desk.hours} />
      <div className="btns">
        <SubmitButton look="primary" pending="正在准备">
          准备抽取
        </SubmitButton>
      </div>
      <p className="hint">准备后还可以修改或删除。冻结以后名单公开，一项只抽一次。</p>
    </ActionForm>
  );
}

function Chosen({ desk }: { desk: NewDrawDesk }) {
  const { preview, live } = desk;
  if (live) {
    return (
      <p>
        <Status look="note">这个计划项已经在抽取</Status>　<a href={`/drawing/${live.id}`}>打开 {live.no ?? '准备中的那一次'}</a>
      </p>
    );
  }
  if (!preview) return <p className="hint">选好计划项后，先看能抽多少家、谁被排除、派得出多少人。</p>;
  return (
    <div className="g">
      <Section className="c7" title={`${preview.entry.no}　${preview.entry.title}`}>
        <PoolSummary preview={preview} />
      </Section>
      <Section className="c5" title="准备">
        <Prepare desk={desk} preview={preview} />
      </Section>
    </div>
  );
}

/** Choosing an entry, seeing what its pool would be now, and preparing its draw. */
export function NewDrawPage({ desk, chosen }: { desk: NewDrawDesk; chosen: string | undefined }) {
  return (
    <>
      <PageHead crumb={{ href: '/drawing', label: '抽取', here: '准备抽取' }} title="准备抽取" note="先看名单，再冻结" />
      {desk.entries.length === 0 && !desk.live && !desk.preview ? (
        <EmptyState title="本单位没有待抽的计划项。" ways={[{ href: '/drawing', label: '看全部抽取' }]} />
      ) : (
        <FilterForm action="/drawing/new" verb="看名单">
          <FilterSelect
            label="计划项"
            name="entry"
            any="请选择"
            value={chosen}
            options={desk.entries.map(({ id, no, title, quota }) => ({ value: id, label: `${no}　${title}（${quota} 家）` }))}
          />
        </FilterForm>
      )}
      <Chosen desk={desk} />
    </>
  );
}
