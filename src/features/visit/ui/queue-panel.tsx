'use client';

import { useEffect } from 'react';
import { buttonClass } from '#ui/button.ts';
import { Status } from '#ui/status.tsx';
import { timeWords } from '#ui/words.ts';
import { clearAnswered, dropItem, isOnlyCopy, type PhoneItem } from './phone-queue.ts';
import type { Synced } from './phone-sync.ts';
import { useItems, useOnline, useScripts, useSync } from './use-phone.ts';

const stateWords: Readonly<Partial<Record<Synced, string>>> = {
  signedOut: '登录已结束。重新登录后继续同步，记录都在本机。',
  otherPerson: '本机现在登录的是另一位人员，他的登录不会同步您的记录。',
  partly: '有的记录系统暂时没有收下，其他的已先同步；一直不行请联系区优化办。',
  offline: '现在连不上，连上后会自动再传。',
};

function ItemMark({ item }: { item: PhoneItem }) {
  if (item.state === 'waiting') return <Status look="later">待同步</Status>;
  if (item.state === 'refused') return <Status look="no">没有记录</Status>;
  return item.say ? <Status look="warn">已收到，不计入</Status> : <Status look="ok">已收到</Status>;
}

const askedBefore = '这张照片系统没有收下，本机这一份是唯一的。删除后找不回来，确定删除吗？';

function DropButton({ item }: { item: PhoneItem }) {
  const drop = () => (window.confirm(askedBefore) ? void dropItem(item) : undefined);
  return (
    <button type="button" className={buttonClass()} onClick={drop}>
      删除本机照片
    </button>
  );
}

function ItemRow({ item }: { item: PhoneItem }) {
  const hint = item.state === 'refused' ? '请按上面的说明办理；有疑问请联系区优化办。' : '已存下并告知办公室，请联系办公室核对。';
  return (
    <li className="queued">
      <span className="nw">{timeWords(new Date(item.deviceAt))}</span>
      <span>
        {item.label}　{item.enterprise}
        {item.receipt ? <span className="m">回执 {item.receipt}</span> : null}
        {item.say ? (
          <span className="m">
            {item.say}
            {hint}
          </span>
        ) : null}
      </span>
      <ItemMark item={item} />
      {isOnlyCopy(item) ? <DropButton item={item} /> : null}
    </li>
  );
}

function titleOf(items: readonly PhoneItem[], isOnline: boolean): string {
  const waiting = items.filter(({ state }) => state === 'waiting').length;
  if (waiting > 0) return `${isOnline ? '' : '离线，'}${waiting} 条待同步`;
  return isOnline ? '已全部同步' : '离线，没有待同步的记录';
}

/** Keeps the pages of these addresses for when there is no line, and forgets those of whoever used the phone before. */
function useOffline(owner: string, pages: readonly string[]): void {
  const list = pages.join(' ');
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    const keep = async () => {
      await navigator.serviceWorker.register('/inspector-worker.js', { scope: '/inspector' });
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ owner, pages: list.split(' ') });
    };
    keep().catch(() => undefined);
  }, [owner, list]);
}

function QueueButtons({ owner, items, sync }: { owner: string; items: readonly PhoneItem[]; sync: () => void }) {
  return (
    <div className="btns">
      {items.some(({ state }) => state === 'waiting') ? (
        <button type="button" className={buttonClass()} onClick={sync}>
          现在同步
        </button>
      ) : null}
      {items.some((item) => item.state !== 'waiting' && !isOnlyCopy(item)) ? (
        <button type="button" className={buttonClass()} onClick={() => void clearAnswered(owner)}>
          收起已有回复的记录
        </button>
      ) : null}
    </div>
  );
}

/** What the phone holds and what the server said to it; works through the queue while the page is open. */
export function QueuePanel({ owner, pages }: { owner: string; pages: readonly string[] }) {
  const items = useItems(owner);
  const isOnline = useOnline();
  const { state, sync } = useSync(owner);
  useOffline(owner, pages);
  if (!useScripts()) return null;
  const isWaiting = items.some((item) => item.state === 'waiting');
  const says = isWaiting && state ? stateWords[state] : undefined;
  return (
    <section className="say queue" aria-labelledby="queue">
      <h2 id="queue" role="status">
        <Status look={isWaiting ? 'wait' : 'ok'}>{titleOf(items, isOnline && state !== 'offline')}</Status>
      </h2>
      {says ? <p>{says}</p> : null}
      {items.length > 0 ? (
        <ul className="plain-list">
          {items.map((item) => (
            <ItemRow key={item.id} item={item} />
          ))}
        </ul>
      ) : null}
      <p className="hint">收到回执前，记录一直保存在本机。</p>
      <QueueButtons owner={owner} items={items} sync={sync} />
    </section>
  );
}
