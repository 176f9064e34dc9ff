import { type Command, type Posted, post, type Store } from '@artel/store'
import { asBusinessError } from './as-business-error.ts'

/** Hands a command to the coalition's lane; what it throws is an error of this package. */
export async function postCommand(store: Store, coalitionId: string, command: Command): Promise<Posted> {
  try {
    return await post(store, coalitionId, command)
  } catch (error) {
    throw asBusinessError(error)
  }
}
