import { type Command, type Posted, post, type Store } from '@artel/store'
import { withBusinessErrors } from './with-business-errors.ts'

/** Hands a command to the coalition's lane; what it throws is an error of this package. */
export function postCommand(store: Store, coalitionId: string, command: Command): Promise<Posted> {
  return withBusinessErrors(() => post(store, coalitionId, command))
}
