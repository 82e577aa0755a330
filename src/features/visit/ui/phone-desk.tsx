'use client';

import { type ReactNode, type ToggleEvent, useRef } from 'react';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { timeWords } from '#ui/words.ts';
import type { PhoneVisit } from '../queries/load-phone-day.ts';
import { CheckOut, Opinion } from './phone-end.tsx';
import { CheckIn, EntryRefused } from './phone-entry.tsx';
import { Matter } from './phone-matter.tsx';
import type { PhoneItem } from './phone-queue.ts';
import { type Keep, useItems, useKeep, useScripts } from './use-phone.ts';

const counts = ({ state, say }: PhoneItem) => state === 'waiting' || (state === 'received' && say === '');

/** When a step happened, by the server's record or by what this phone still holds. */
function doneAt(items: readonly PhoneItem[], step: string, recorded: Date | null): Date | null {
  const item = items.find((each) => each.step === step && counts(each));
  return recorded ?? (item ? new Date(item.deviceAt) : null);
}

function lastOf(items: readonly PhoneItem[], step: string, matter: string): Record<string, unknown> | undefined {
  const about = items.filter((item) => item.step === step && counts(item) && (item.body as { matter?: string }).matter === matter);
  return about.at(-1)?.body as Record<string, unknown> | undefined;
}

function Matters({ visit, items, dueDay, keep }: { visit: PhoneVisit; items: readonly PhoneItem[]; dueDay: string; keep: Keep }) {
  const own = visit.matters.filter((matter) => matter.own);
  const others = visit.matters.filter((matter) => !matter.own);
  return (
    <Section title={`检查事项　本单位 ${own.length} 项`}>
      <ul className="plain-list">
        {own.map((matter) => (
          <Matter
            key={matter.code}
            matter={matter}
            isDone={lastOf(items, 'matterChecked', matter.code)?.done === true}
            found={(lastOf(items, 'findingNoted', matter.code)?.result as string | undefined) ?? matter.result}
            dueDay={dueDay}
            keep={keep}
          />
        ))}
      </ul>
      {others.length > 0 ? <p className="hint">其他单位的事项：{others.map(({ name }) => name).join('、')}</p> : null}
      <p className="hint">只能检查备案列明的事项。发现其他线索，登记后另行处理。</p>
    </Section>
  );
}

function Steps({ visit, items, dueDay, keep }: { visit: PhoneVisit; items: readonly PhoneItem[]; dueDay: string; keep: Keep }) {
  const inside = doneAt(items, 'checkedIn', visit.checkedInAt);
  const left = doneAt(items, 'checkedOut', visit.checkedOutAt);
  if (!inside)
    return (
      <Section title="入企">
        <CheckIn visit={visit} keep={keep} />
        <EntryRefused keep={keep} />
      </Section>
    );
  return (
    <>
      <p>
        <Status look={left ? 'out' : 'in'}>{left ? '已离企' : '已入企'}</Status>　{timeWords(inside)} 签到
        {left ? `　${timeWords(left)} 签退` : ''}
      </p>
      <Matters visit={visit} items={items} dueDay={dueDay} keep={keep} />
      <Section title="企业意见">
        <Opinion keep={keep} />
      </Section>
      {left ? null : (
        <Section title="离企">
          <CheckOut keep={keep} />
        </Section>
      )}
    </>
  );
}

type DeskProps = {
  readonly owner: string;
  readonly visit: PhoneVisit;
  readonly dueDay: string;
  /** The picture of the code, made on the server. */
  readonly code: ReactNode;
  /** The same steps as forms, where no scripts run. */
  readonly forms: ReactNode;
};

/** One visit on the phone: whatever is done is kept here first, and sent when there is a line. */
export function PhoneDesk({ owner, visit, dueDay, code, forms }: DeskProps) {
  const items = useItems(owner).filter((item) => item.filing === visit.id);
  const keep = useKeep({ owner, filing: visit.id, enterprise: visit.enterprise });
  const isShown = useRef(false);
  const show = ({ newState }: ToggleEvent<HTMLDetailsElement>) => {
    if (newState !== 'open' || isShown.current) return;
    isShown.current = true;
    void keep({ step: 'codeShown', label: '出示查验码', body: {} });
  };
  const hasScripts = useScripts();
  return (
    <>
      <details onToggle={show}>
        <summary>出示查验码</summary>
        {code}
      </details>
      {hasScripts ? <Steps visit={visit} items={items} dueDay={dueDay} keep={keep} /> : forms}
    </>
  );
}
