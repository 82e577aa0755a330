import { findNext } from '#domain/visit/phone-order.ts';
import { listItems, type PhoneItem, replaceItem } from './phone-queue.ts';

/** `partly`: the server failed at some of it; `signedOut` and `otherPerson`: it waits for its owner's session. */
export type Synced = 'done' | 'partly' | 'busy' | 'offline' | 'signedOut' | 'otherPerson';

function request({ id, owner, filing, step, body, deviceAt, place = null, photo, matter }: PhoneItem): [string, RequestInit] {
  // The phone's own clock as it is now: the span since the step holds even where that clock is wrong.
  const sentAt = new Date().toISOString();
  const whose = { 'x-ningqi-owner': owner };
  if (!photo) {
    const sent = JSON.stringify({ id, filing, step, body, deviceAt, sentAt, place });
    return ['/api/visit/steps', { method: 'POST', headers: { ...whose, 'content-type': 'application/json' }, body: sent }];
  }
  const about = new URLSearchParams({ id, filing, deviceAt, sentAt, ...(matter ? { matter } : {}) });
  const headers = { ...whose, 'content-type': photo.type || 'image/jpeg' };
  return [`/api/visit/evidence?${about}`, { method: 'POST', headers, body: photo }];
}

type Said = {
  readonly receipt?: string;
  readonly conflict?: string;
  readonly detail?: string;
  readonly title?: string;
  readonly errors?: readonly { readonly messages: readonly string[] }[];
};

/** What our server said; null where the answer is none of its own, as from a network that asks to sign in first. */
async function read(answer: Response): Promise<Said | null> {
  if (!/^application\/(?:problem\+)?json/.test(answer.headers.get('content-type') ?? '')) return null;
  return answer.json().catch(() => null) as Promise<Said | null>;
}

const wordsOf = ({ conflict, detail, errors, title }: Said) =>
  conflict || detail || errors?.flatMap(({ messages }) => messages).join('；') || title || '';

/** The item as it stands after the answer; null where the answer says nothing about it. */
function answered(item: PhoneItem, isOk: boolean, said: Said | null): PhoneItem | null {
  if (said === null || (isOk && !said.receipt)) return null;
  if (!isOk) return { ...item, state: 'refused', say: wordsOf(said) };
  const { photo: _sent, ...rest } = item;
  return { ...rest, state: 'received', receipt: said.receipt ?? '', say: said.conflict ?? '' };
}

type Delivered = 'answered' | 'failed' | 'signedOut' | 'offline';

/** Sends one. `failed`: the server is at fault with this one; the other two end the run. */
async function deliver(item: PhoneItem): Promise<Delivered> {
  const answer = await fetch(...request(item)).catch(() => null);
  if (answer === null || answer.status === 429) return 'offline';
  if (answer.status === 401) return 'signedOut';
  const isAtFault = answer.status === 408 || answer.status >= 500;
  const next = isAtFault ? null : answered(item, answer.ok, await read(answer));
  await replaceItem(next ?? { ...item, tries: item.tries + 1 });
  return next ? 'answered' : 'failed';
}

/** Works through the queue, also through what is kept meanwhile; a failure holds up its own visit only. */
async function sendAll(owner: string): Promise<Synced> {
  const tried = new Set<string>();
  const next = async () => findNext(await listItems(owner), tried);
  for (let item = await next(); item; item = await next()) {
    const delivered = await deliver(item);
    if (delivered === 'signedOut' || delivered === 'offline') return delivered;
    tried.add(item.id);
  }
  return (await isWaiting(owner)) ? 'partly' : 'done';
}

const isWaiting = async (owner: string) => (await listItems(owner)).some(({ state }) => state === 'waiting');

async function syncAlone(owner: string): Promise<Synced> {
  const day = await fetch('/api/visit/day', { cache: 'no-store' });
  if (day.status === 401 || day.status === 403) return 'signedOut';
  if (!day.ok) return 'offline';
  if (((await day.json()) as { owner: string }).owner !== owner) return 'otherPerson';
  return sendAll(owner);
}

/** Sends what waits, one after the other and in one tab at a time; whatever fails stays for the next time. */
export async function syncItems(owner: string): Promise<Synced> {
  const state = await navigator.locks.request('ningqi-visits', { ifAvailable: true }, async (lock): Promise<Synced> => {
    if (!lock) return 'busy';
    return syncAlone(owner).catch((): Synced => 'offline');
  });
  // What was kept between the last look and the end of the lock found the queue busy.
  return state === 'done' && (await isWaiting(owner)) ? syncItems(owner) : state;
}
