import { clientOf } from '../api/make-client.ts'
import { runCommand } from '../api/run-command.ts'
import { SignOutDocument } from '../generated/graphql.ts'
import type { SessionState } from './use-me.tsx'

/** Ends the session at the server, then forgets who it was. Without an answer it goes on: the person is told by staying in. */
export async function signOut(placeId: string | null, become: SessionState['become']): Promise<boolean> {
  const outcome = await runCommand(clientOf(placeId), SignOutDocument, { input: {} })
  const isOver =
    outcome.kind === 'done' || (outcome.kind === 'failed' && outcome.failure.kind === 'signed-out')
  if (isOver) become(null)
  return isOver
}
