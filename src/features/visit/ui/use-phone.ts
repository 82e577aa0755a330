import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { keepItem, listItems, type PhoneItem, watchItems } from './phone-queue.ts';
import { type Synced, syncItems } from './phone-sync.ts';

const never = () => () => undefined;

/** False on the server and for the first picture, true once scripts run. */
export function useScripts(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

function watchLine(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Whether the phone believes to be connected. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    watchLine,
    () => navigator.onLine,
    () => true,
  );
}

/** What this phone holds, kept up to date. */
export function useItems(owner: string): readonly PhoneItem[] {
  const [items, setItems] = useState<readonly PhoneItem[]>([]);
  useEffect(() => {
    const read = () => void listItems(owner).then(setItems);
    read();
    return watchItems(read);
  }, [owner]);
  return items;
}

const retryMs = 10_000;
const whileBusyMs = 1000;

/** Tries again while nothing gets through: a phone in a network that leads nowhere believes to be connected and says nothing of the change. */
function useRetry(isCut: boolean, sync: () => void): void {
  useEffect(() => {
    if (!isCut) return;
    const retry = setInterval(sync, retryMs);
    return () => clearInterval(retry);
  }, [isCut, sync]);
}

/** Sends at once, when the line is back, when the page is looked at again, and by hand. */
export function useSync(owner: string): { readonly state: Synced | null; readonly sync: () => void } {
  const [state, setState] = useState<Synced | null>(null);
  const sync = useCallback(() => {
    const attempt = () => void syncItems(owner).then((said) => (said === 'busy' ? void setTimeout(attempt, whileBusyMs) : setState(said)));
    attempt();
  }, [owner]);
  useEffect(() => {
    const look = () => (document.visibilityState === 'visible' ? sync() : undefined);
    sync();
    window.addEventListener('online', sync);
    window.addEventListener('ningqi-kept', sync);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('online', sync);
      window.removeEventListener('ningqi-kept', sync);
      document.removeEventListener('visibilitychange', look);
    };
  }, [sync]);
  useRetry(state === 'offline', sync);
  return { state, sync };
}

export type Done = Pick<PhoneItem, 'step' | 'label' | 'body'> & Partial<PhoneItem>;
/** Keeps a step of this visit and sends it as soon as there is a line. */
export type Keep = (done: Done) => Promise<void>;

/** The way in which every control of a visit's page keeps what was done. */
export function useKeep({ owner, filing, enterprise }: Pick<PhoneItem, 'owner' | 'filing' | 'enterprise'>): Keep {
  return useCallback(
    async (done) => {
      await keepItem({ owner, filing, enterprise, ...done });
      window.dispatchEvent(new Event('ningqi-kept'));
    },
    [owner, filing, enterprise],
  );
}
