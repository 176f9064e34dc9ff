import { encodePublicId } from '@artel/use-cases'
import type { ApiContext } from '../../context.ts'

/** Public id of who acted: of the person or, where no person has this id, of the API key. */
export async function actorId({ loaders }: ApiContext, coalitionId: string, actor: string): Promise<string> {
  const person = await loaders.person({ coalitionId, id: actor })
  return encodePublicId(person ? 'person' : 'apiKey', actor)
}
