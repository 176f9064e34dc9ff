import type { TestContext } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** What this machine lacks, so that the test could not run: `npm test` prints it beside its figures. */
    lacks?: string
  }
}

/** Ends a test that needs a program which this machine does not have. Any other skipped test counts as a failure. */
export function needs<Found>(context: TestContext, found: Found | undefined, lacks: string): Found {
  if (found !== undefined) return found
  context.task.meta.lacks = lacks
  return context.skip(lacks)
}
