/**
 * Waits for every one of `works`, so that one that fails does not leave the others behind unseen, then throws the first
 * failure if there was any.
 */
export async function allOrThrow<Result>(works: readonly Promise<Result>[]): Promise<Result[]> {
  await Promise.allSettled(works)
  return Promise.all(works)
}
