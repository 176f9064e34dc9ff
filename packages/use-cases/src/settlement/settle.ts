import { Refusal } from '@artel/ledger'
import { answeredBefore, type CommandKey, type OnceAnswer, once, type Store } from '@artel/store'
import { actorOf, requirePerson } from '../access/actor.ts'
import type { AdminPrincipal } from '../access/principal.ts'
import { checkIdempotencyKey } from '../input/text.ts'
import { requestHash } from '../posting/request-hash.ts'
import { withBusinessErrors } from '../posting/with-business-errors.ts'

type Act = Parameters<typeof once>[2]['act']

/** The name of a settlement command: whose it is, what it is, and what was asked. */
export function settlementKey(
  scopeId: string,
  operation: string,
  input: { readonly idempotencyKey: string },
): CommandKey {
  return {
    scopeId,
    operation,
    key: checkIdempotencyKey(input.idempotencyKey),
    requestHash: requestHash({ ...input, idempotencyKey: null }),
  }
}

/**
 * Runs a settlement command once a key, alone in its coalition, and throws its failures as errors of this package. The
 * key answers with the first answer, be it a refusal. `act` reads and writes through its client only.
 */
export function settleOnce(
  store: Store,
  coalitionId: string,
  key: CommandKey,
  act: Act,
): Promise<OnceAnswer> {
  return withBusinessErrors(() => once(store, coalitionId, { key, act }))
}

/**
 * The person who acts, for what takes two people; of a command that was answered before, whoever asks again. Raw UUID.
 * Throws PersonRequiredError for a key without one, and the refusal that the command was answered with.
 */
export async function actingPerson(store: Store, settler: AdminPrincipal, key: CommandKey): Promise<string> {
  const { personId, coalitionId } = settler
  const isAnswered =
    !personId && (await withBusinessErrors(() => answeredBefore(store.pool, coalitionId, key))) !== undefined
  return isAnswered ? actorOf(settler) : requirePerson(settler)
}

/**
 * For a step that is idempotent by itself and too long for a transaction: `work` runs unless the key was answered before,
 * and its answer is remembered after it.
 */
export function settleThenRemember(
  store: Store,
  coalitionId: string,
  key: CommandKey,
  work: () => Promise<string>,
): Promise<OnceAnswer> {
  return withBusinessErrors(async () => {
    const before = await answeredBefore(store.pool, coalitionId, key)
    if (before) return before
    const made = await work().catch((error: unknown) => {
      if (error instanceof Refusal) return error
      throw error
    })
    const act = () => (made instanceof Refusal ? Promise.reject(made) : Promise.resolve(made))
    return once(store, coalitionId, { key, act })
  })
}

/**
 * For what goes before a settlement command and may refuse it: the refusal is remembered under the command's key, unless
 * the key has an answer by then.
 */
export async function refusingOnce<Result>(
  store: Store,
  coalitionId: string,
  key: CommandKey,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await withBusinessErrors(work)
  } catch (error) {
    if (error instanceof Refusal)
      await withBusinessErrors(() => once(store, coalitionId, { key, act: () => Promise.reject(error) }))
    throw error
  }
}
