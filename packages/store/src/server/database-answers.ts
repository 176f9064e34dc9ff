import type { Store } from '../store.ts'

/** Whether the database answers within `withinMs`. Never throws: whoever asks whether it is ready wants a yes or a no. */
export async function databaseAnswers(
  store: Pick<Store, 'pool'>,
  { withinMs }: { readonly withinMs: number },
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs)
  })
  const answered = store.pool.query('select 1').then(
    () => true,
    () => false,
  )
  const isReady = await Promise.race([answered, tooLate])
  clearTimeout(timer)
  return isReady
}
