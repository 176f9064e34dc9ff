/** Work that goes on after its request was answered. */
export interface LaterWork {
  /** Keeps a promise that never rejects until it is done. */
  readonly add: (work: Promise<void>) => void
  /** When all of it is done, also what is added meanwhile; no later than after `longestMs`. */
  readonly done: (longestMs: number) => Promise<void>
}

/** Makes the keeper of a process: a letter that was promised is not lost because the process is told to stop. */
export function makeLaterWork(): LaterWork {
  const kept = new Set<Promise<void>>()
  const all = async () => {
    while (kept.size > 0) await Promise.all(kept)
  }
  return {
    add: (work) => {
      kept.add(work)
      work.finally(() => kept.delete(work))
    },
    done: async (longestMs) => {
      let timer: NodeJS.Timeout | undefined
      const tooLong = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, longestMs)
      })
      await Promise.race([all(), tooLong]).finally(() => clearTimeout(timer))
    },
  }
}
