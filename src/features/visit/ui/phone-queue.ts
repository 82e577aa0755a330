import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** One thing done on the phone: kept until the server gave a receipt for it. */
export type PhoneItem = {
  readonly id: string;
  /** Whose it is: somebody else on the same phone neither sees nor sends it. */
  readonly owner: string;
  readonly filing: string;
  readonly label: string;
  readonly enterprise: string;
  readonly step: string;
  readonly deviceAt: string;
  readonly state: 'waiting' | 'received' | 'refused';
  readonly receipt: string;
  /** Why it does not count, in the server's words. */
  readonly say: string;
  readonly body: object;
  /** A photo until it was received. */
  readonly photo?: Blob | undefined;
  readonly matter?: string | null | undefined;
  readonly place?: string | null | undefined;
};

interface PhoneStore extends DBSchema {
  items: { key: string; value: PhoneItem };
}

const channel = 'ningqi-visits';
let opened: Promise<IDBPDatabase<PhoneStore>> | undefined;

function open(): Promise<IDBPDatabase<PhoneStore>> {
  opened ??= openDB<PhoneStore>('ningqi-visits', 1, { upgrade: (store) => void store.createObjectStore('items', { keyPath: 'id' }) });
  return opened;
}

/** Everything of this person's on this phone, in the order in which it was done. */
export async function listItems(owner: string): Promise<PhoneItem[]> {
  const all = await (await open()).getAll('items');
  return all.filter((item) => item.owner === owner).sort((one, other) => one.deviceAt.localeCompare(other.deviceAt));
}

function tellTabs(): void {
  const tabs = new BroadcastChannel(channel);
  tabs.postMessage('changed');
  tabs.close();
  window.dispatchEvent(new Event(channel));
}

/** Calls back whenever this tab or another one changed the queue; gives the end of it. */
export function watchItems(changed: () => void): () => void {
  const tabs = new BroadcastChannel(channel);
  tabs.addEventListener('message', changed);
  window.addEventListener(channel, changed);
  return () => {
    tabs.close();
    window.removeEventListener(channel, changed);
  };
}

/** Keeps something done now; it is on the disk before this ends. */
export async function keepItem(done: Pick<PhoneItem, 'owner' | 'filing' | 'label' | 'enterprise' | 'step' | 'body'> & Partial<PhoneItem>) {
  const item: PhoneItem = {
    ...{ id: crypto.randomUUID(), deviceAt: new Date().toISOString(), state: 'waiting', receipt: '', say: '' },
    ...done,
  };
  await (await open()).put('items', item);
  tellTabs();
}

/** Takes away what was answered: what still waits stays. */
export async function clearAnswered(owner: string): Promise<void> {
  const store = await open();
  const answered = (await listItems(owner)).filter(({ state }) => state !== 'waiting');
  await Promise.all(answered.map(({ id }) => store.delete('items', id)));
  tellTabs();
}

function request({ id, filing, step, body, deviceAt, place = null, photo, matter }: PhoneItem): [string, RequestInit] {
  // The phone's own clock as it is now: the span since the step holds even where that clock is wrong.
  const sentAt = new Date().toISOString();
  if (!photo) {
    const sent = JSON.stringify({ id, filing, step, body, deviceAt, sentAt, place });
    return ['/api/visit/steps', { method: 'POST', headers: { 'content-type': 'application/json' }, body: sent }];
  }
  const about = new URLSearchParams({ id, filing, deviceAt, sentAt, ...(matter ? { matter } : {}) });
  return [`/api/visit/evidence?${about}`, { method: 'POST', headers: { 'content-type': photo.type || 'image/jpeg' }, body: photo }];
}

type Said = {
  readonly receipt?: string;
  readonly conflict?: string;
  readonly detail?: string;
  readonly title?: string;
  readonly errors?: readonly { readonly messages: readonly string[] }[];
};

// What may pass by itself: no connection, a session that ended, too many calls, a server at fault.
const isPassing = (status: number) => status === 401 || status === 408 || status === 429 || status >= 500;

/** Sends one; false where the rest has to wait. */
async function deliver(item: PhoneItem): Promise<boolean> {
  const answer = await fetch(...request(item));
  if (isPassing(answer.status)) return false;
  const said = (await answer.json()) as Said;
  if (answer.ok && !said.receipt) return false;
  const words = said.conflict || said.detail || said.errors?.flatMap(({ messages }) => messages).join('；') || said.title || '';
  const { photo: _sent, ...rest } = item;
  const answered: PhoneItem = answer.ok
    ? { ...rest, state: 'received', receipt: said.receipt ?? '', say: said.conflict ?? '' }
    : { ...item, state: 'refused', say: words };
  await (await open()).put('items', answered);
  tellTabs();
  return true;
}

export type Synced = 'done' | 'busy' | 'offline' | 'signedOut' | 'otherPerson';

async function syncAlone(owner: string): Promise<Synced> {
  const day = await fetch('/api/visit/day', { cache: 'no-store' });
  if (day.status === 401 || day.status === 403) return 'signedOut';
  if (!day.ok) return 'offline';
  if (((await day.json()) as { owner: string }).owner !== owner) return 'otherPerson';
  // Read anew each time: something may have been kept while the one before was under way.
  for (;;) {
    const next = (await listItems(owner)).find(({ state }) => state === 'waiting');
    if (!next) return 'done';
    if (!(await deliver(next))) return 'offline';
  }
}

/** Sends what waits, one after the other and in one tab at a time; whatever fails stays for the next time. */
export async function syncItems(owner: string): Promise<Synced> {
  return navigator.locks.request('ningqi-visits', { ifAvailable: true }, async (lock) => {
    if (!lock) return 'busy';
    return syncAlone(owner).catch((): Synced => 'offline');
  });
}
