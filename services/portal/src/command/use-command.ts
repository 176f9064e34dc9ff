import { useRef, useState } from 'react'
import { type AnyVariables, useClient } from 'urql'
import { newKey } from '../api/new-key.ts'
import { type Outcome, type PayloadOf, runCommand } from '../api/run-command.ts'
import type { TypedDocumentString } from '../generated/graphql.ts'

/** A command of a screen: how the last one ended, and sending it. */
export interface Command<Data, Variables> {
  readonly outcome: Outcome<Data> | null
  readonly isBusy: boolean
  /** Sends it; `make` puts the key into the input. Says whether it was carried out. */
  readonly run: (make: (idempotencyKey: string) => Variables) => Promise<boolean>
}

/** A command that is sent again under the same key as long as nobody knows whether it was carried out. */
export function useCommand<Data, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
  onDone?: (payload: PayloadOf<Data>) => void,
): Command<Data, Variables> {
  const client = useClient()
  const key = useRef(newKey())
  const [outcome, setOutcome] = useState<Outcome<Data> | null>(null)
  const [isBusy, setBusy] = useState(false)
  const run = async (make: (idempotencyKey: string) => Variables) => {
    setBusy(true)
    const ended = await runCommand(client, document, make(key.current))
    if (ended.kind !== 'unknown') key.current = newKey()
    setOutcome(ended)
    setBusy(false)
    if (ended.kind === 'done') onDone?.(ended.payload)
    return ended.kind === 'done'
  }
  return { outcome, isBusy, run }
}
