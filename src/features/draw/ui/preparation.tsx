import type { DrawReader } from '#domain/draw/what-now.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredText } from '#ui/answered-field.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { discardDrawAction, joinDrawAction, leaveDrawAction } from '../actions.ts';
import type { DrawableEntry } from '../queries/gather-entries.ts';
import type { DrawPart, DrawView } from '../queries/load-draw.ts';
import type { PoolPreview } from '../queries/load-preparation.ts';
import { PoolSummary } from './pool-preview.tsx';

type Props = {
  readonly draw: DrawView;
  readonly reader: DrawReader;
  readonly preview: readonly PoolPreview[];
  readonly joinable: readonly DrawableEntry[];
};

function Ids({ draw, entry }: { draw: DrawView; entry: string }) {
  return (
    <>
      <input type="hidden" name="draw" value={draw.id} />
      <input type="hidden" name="entry" value={entry} />
    </>
  );
}

/** How many are drawn for one's own entry; an entry beside the one that leads may leave again. */
function Change({ draw, part, reader }: { draw: DrawView; part: DrawPart; reader: DrawReader }) {
  if (reader.role !== 'agencyFiler') return null;
  const isOwn = part.agency === reader.agencyCode;
  return (
    <>
      {isOwn ? (
        <ActionForm action={joinDrawAction} className="stack close mt-3" errorTitle="没有修改">
          <Ids draw={draw} entry={part.id} />
          <AnsweredText label="抽取户数" name="sample" id={`sample-${part.id}`} width="s" inputMode="numeric" value={String(part.sample)} />
          <SubmitButton small pending="正在修改">
            修改户数
          </SubmitButton>
        </ActionForm>
      ) : null}
      {part.id !== draw.parts[0]?.id && (isOwn || draw.agencyCode === reader.agencyCode) ? (
        <ActionForm action={leaveDrawAction} errorTitle="没有退出">
          <Ids draw={draw} entry={part.id} />
          <SubmitButton small pending="正在退出">
            不一起抽
          </SubmitButton>
        </ActionForm>
      ) : null}
    </>
  );
}

function Join({ draw, joinable }: Pick<Props, 'draw' | 'joinable'>) {
  if (joinable.length === 0) return null;
  return (
    <Section title="可以加入一起抽的本单位计划项">
      <p className="hint">用同一组随机数，各抽各的名单；几项都抽中的企业合成一次联合检查。冻结前可以退出。</p>
      <ul className="stack close">
        {joinable.slice(0, 20).map(({ id, no, title, quota }) => (
          <li key={id}>
            <ActionForm action={joinDrawAction} errorTitle="没有加入">
              <Ids draw={draw} entry={id} />
              <p>
                {no}　{title}，计划 {quota} 家
              </p>
              <SubmitButton small pending="正在加入">
                加入一起抽
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Discard({ draw }: { draw: DrawView }) {
  return (
    <ActionForm action={discardDrawAction} errorTitle="没有删除">
      <input type="hidden" name="draw" value={draw.id} />
      <div className="btns mt-3">
        <SubmitButton small look="negative" pending="正在删除">
          删除这次准备
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** A draw that nobody outside has seen yet: the pools as they would be frozen now, and every change that can still be made. */
export function Preparation({ draw, reader, preview, joinable }: Props) {
  return (
    <>
      {draw.parts.map((part) => {
        const own = preview.find(({ entry }) => entry.id === part.id);
        return (
          <Section key={part.id} title={`${part.no}　${part.title}`} end={part.agencyName}>
            {own ? <PoolSummary preview={own} /> : <p>这一项已不在现行计划里。请删除这次准备。</p>}
            <Change draw={draw} part={part} reader={reader} />
          </Section>
        );
      })}
      <Join draw={draw} joinable={joinable} />
      {reader.role === 'agencyFiler' && draw.agencyCode === reader.agencyCode ? <Discard draw={draw} /> : null}
    </>
  );
}
