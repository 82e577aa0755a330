import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { inOrder } from '#domain/visit/phone-order.ts';

/** One thing done on the phone: kept until the server gave a receipt for it. */
export type PhoneItem = {
  readonly id: string;
  /** Whose it is: somebody else on the same phone neither sees nor sends it. */
  readonly owner: string;
  readonly filing: string;
  readonly label: string;
  readonly enterprise: string;
  readonly step: string;
  /** The order in which things were done: the phone's clock may be set between two of them. */
  readonly seq: number;
  readonly deviceAt: string;
  readonly state: 'waiting' | 'received' | 'refused';
  readonly receipt: string;
  /** Why it does not count, in the server's words. */
  readonly say: string;
  /** How often the server failed at it. */
  readonly tries: number;
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
  return inOrder(all.filter((item) => item.owner === owner));
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

type Done = Pick<PhoneItem, 'owner' | 'filing' | 'label' | 'enterprise' | 'step' | 'body'> & Partial<PhoneItem>;

/** Keeps something done now, after all that was kept before; it is on the disk before this ends. */
export async function keepItem(done: Done): Promise<void> {
  const work = (await open()).transaction('items', 'readwrite');
  const last = Math.max(0, ...(await work.store.getAll()).map(({ seq }) => seq));
  const item: PhoneItem = {
    ...{ id: crypto.randomUUID(), deviceAt: new Date().toISOString(), state: 'waiting', receipt: '', say: '', tries: 0 },
    ...done,
    seq: last + 1,
  };
  await work.store.put(item);
  await work.done;
  tellTabs();
}

/** Refused with a picture: what the phone holds is the only copy. */
export const isOnlyCopy = ({ state, photo }: PhoneItem): boolean => state === 'refused' && photo !== undefined;

/** Takes away what was answered; what still waits stays, and so does a picture that the server does not have. */
export async function clearAnswered(owner: string): Promise<void> {
  const store = await open();
  const answered = (await listItems(owner)).filter((item) => item.state !== 'waiting' && !isOnlyCopy(item));
  await Promise.all(answered.map(({ id }) => store.delete('items', id)));
  tellTabs();
}

/** Puts an item in the place of the one of the same id. */
export async function replaceItem(item: PhoneItem): Promise<void> {
  await (await open()).put('items', item);
  tellTabs();
}

/** Takes one away for good: asked before. */
export async function dropItem({ id }: PhoneItem): Promise<void> {
  await (await open()).delete('items', id);
  tellTabs();
}
