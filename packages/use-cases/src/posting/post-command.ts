import { Refusal } from '@artel/ledger'
import { type Command, type Posted, post, type Store } from '@artel/store'
import { withBusinessErrors } from './with-business-errors.ts'

export interface PostCommandOptions {
  /** Runs when the command was refused and that is recorded: under its key nothing will ever be posted. */
  readonly onRefused?: () => Promise<void>
}

/** Hands a command to the coalition's lane; what it throws is an error of this package. */
export function postCommand(
  store: Store,
  coalitionId: string,
  command: Command,
  { onRefused }: PostCommandOptions = {},
): Promise<Posted> {
  if (!onRefused) return withBusinessErrors(() => post(store, coalitionId, command))
  return withBusinessErrors(async () => {
    try {
      return await post(store, coalitionId, command)
    } catch (error) {
      // As the store throws it, a refusal is one that it recorded.
      if (error instanceof Refusal) await onRefused()
      throw error
    }
  })
}
