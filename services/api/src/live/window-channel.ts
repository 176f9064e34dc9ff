import type { Store } from '@artel/store'
import type { WindowEvent } from './feed-events.ts'
import { readWindowsNow, type Standing, windowsMoved } from './window-feed.ts'

/** Somebody who is told where the windows of a coalition stand. */
export interface WindowWatcher {
  readonly coalitionId: string
  /** What it has been told; moved on as it is told. */
  told: Standing
  readonly tell: (event: WindowEvent) => void
  /** False while it takes no more: it is told where windows stand when it does again. */
  readonly hasRoom: () => boolean
}

/** Watchers of settlement windows: whatever their number, each look is one reading a coalition. */
export interface WindowChannel {
  coalitionIds(): Iterable<string>
  /** Returns the opposite. */
  watch(watcher: WindowWatcher): () => void
  /** Tells what stands elsewhere than before. Rejects as the reading does; nothing is lost by it. */
  look(coalitionId: string): Promise<void>
}

/** Makes a channel that nobody watches. */
export function makeWindowChannel(store: Store): WindowChannel {
  const groups = new Map<string, Set<WindowWatcher>>()
  return {
    coalitionIds: () => groups.keys(),
    watch(watcher) {
      const { coalitionId } = watcher
      const group = groups.get(coalitionId) ?? new Set()
      groups.set(coalitionId, group)
      group.add(watcher)
      return () => {
        group.delete(watcher)
        if (group.size === 0 && groups.get(coalitionId) === group) groups.delete(coalitionId)
      }
    },
    async look(coalitionId) {
      const now = await readWindowsNow(store, coalitionId)
      for (const watcher of groups.get(coalitionId) ?? []) {
        if (!watcher.hasRoom()) continue
        for (const event of windowsMoved(watcher.told, now)) watcher.tell(event)
        watcher.told = now.standing
      }
    },
  }
}
