/**
 * The one door to what the browser keeps. It may be full, or forbidden: then reading finds nothing
 * and writing says so, and neither throws. What could not be kept stays until the page is reloaded.
 */
export interface GuardedStorage {
  getItem: (key: string) => string | null;
  /** False when it is kept in this page only. */
  setItem: (key: string, text: string) => boolean;
  removeItem: (key: string) => void;
  keys: () => string[];
  /** True when something under `prefix` would be gone after a reload. */
  wouldLose: (prefix: string) => boolean;
}

/** `open` gives the browser's storage, or throws where it is forbidden. */
export function guarded(open: () => Storage): GuardedStorage {
  const here = new Map<string, string>();
  const attempt = <Value>(use: (storage: Storage) => Value, otherwise: Value): Value => {
    try {
      return use(open());
    } catch {
      return otherwise;
    }
  };
  return {
    getItem: (key) => here.get(key) ?? attempt((storage) => storage.getItem(key), null),
    setItem: (key, text) => {
      const kept = attempt((storage) => {
        storage.setItem(key, text);
        return true;
      }, false);
      if (kept) here.delete(key);
      else here.set(key, text);
      return kept;
    },
    removeItem: (key) => {
      here.delete(key);
      attempt((storage) => storage.removeItem(key), undefined);
    },
    keys: () => {
      const stored = attempt((storage) => {
        const at = (index: number) => storage.key(index);
        return Array.from({ length: storage.length }, (_, index) => at(index));
      }, []);
      const names = stored.filter((key): key is string => key !== null);
      return [...new Set([...names, ...here.keys()])];
    },
    wouldLose: (prefix) => [...here.keys()].some((key) => key.startsWith(prefix)),
  };
}

/** What everybody at this computer finds again. */
export const onComputer = guarded(() => localStorage);

/** What this tab finds again after a reload. */
export const inTab = guarded(() => sessionStorage);
