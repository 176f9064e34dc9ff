import { useCallback, useEffect, useRef, useState } from 'react'
import { type Client, useClient } from 'urql'
import type { Failure } from '../api/failure.ts'
import { newKey } from '../api/new-key.ts'
import { type Outcome, runCommand } from '../api/run-command.ts'
import {
  TillHoldCaptureDocument,
  type TillHoldCaptureMutation,
  type TillHoldCaptureMutationVariables,
  TillHoldCreateDocument,
  type TillHoldCreateMutation,
  type TillHoldCreateMutationVariables,
  TillHoldVoidDocument,
  type TillHoldVoidMutation,
  type TillHoldVoidMutationVariables,
  TillRefundDocument,
  type TillRefundMutation,
  type TillRefundMutationVariables,
  TillSaleDocument,
  type TillSaleMutation,
  type TillSaleMutationVariables,
} from '../generated/graphql.ts'
import { usePlace } from '../place/use-place.ts'
import { dropPending, keepPending, type PendingCommand, pendingAt, setAsideAt } from './pending-command.ts'

/** What each operation of a till is sent, but for the key, and answered. */
interface Operations {
  readonly sale: [TillSaleMutationVariables['input'], TillSaleMutation]
  readonly refund: [TillRefundMutationVariables['input'], TillRefundMutation]
  readonly hold: [TillHoldCreateMutationVariables['input'], TillHoldCreateMutation]
  readonly capture: [TillHoldCaptureMutationVariables['input'], TillHoldCaptureMutation]
  readonly void: [TillHoldVoidMutationVariables['input'], TillHoldVoidMutation]
}
type Operation = keyof Operations
type InputOf<Of extends Operation> = Omit<Operations[Of][0], 'idempotencyKey'>
type AnswerOf<Of extends Operation> = Operations[Of][1]

const DOCUMENTS = {
  sale: TillSaleDocument,
  refund: TillRefundDocument,
  hold: TillHoldCreateDocument,
  capture: TillHoldCaptureDocument,
  void: TillHoldVoidDocument,
} as const

/** Between two questions after a command without an answer. */
const ASK_EVERY_MS = 3_000

/** A command whose end came late, and how it ended. */
export interface Settled {
  readonly command: PendingCommand
  readonly outcome: Outcome<AnswerOf<Operation>>
}

/** How a till sends what moves points: each command once, and again under the same key until somebody knows how it ended. */
export interface TillCommands {
  /** Sends a command and says how it ended; null where another one is on its way, and nothing was sent. */
  readonly send: <Of extends Operation>(
    operation: Of,
    input: InputOf<Of>,
    summary: PendingCommand['summary'],
  ) => Promise<Outcome<AnswerOf<Of>> | null>
  /** Whether a command is on its way: the till stands still until it is answered. */
  readonly isSending: boolean
  /** What was sent and not answered, oldest first: nothing else is sent before its end is known. */
  readonly unknown: readonly PendingCommand[]
  readonly isAsking: boolean
  readonly askAgain: () => void
  /** Why the last question after it brought nothing. */
  readonly failure: Failure | null
  /** How often it was asked after in vain. */
  readonly tries: number
  /** What was set aside without an answer. */
  readonly aside: readonly PendingCommand[]
  /** Keeps a command for later and frees the till. */
  readonly setAside: (command: PendingCommand) => void
  /** Asks after one that was set aside. */
  readonly takeUp: (command: PendingCommand) => void
  readonly settled: Settled | null
  readonly dropSettled: () => void
}

/** The commands of the till at this place. */
export function useTillCommands(): TillCommands {
  const client = useClient()
  const { id: placeId } = usePlace()
  const [unknown, setUnknown] = useState<readonly PendingCommand[]>(() => pendingAt(placeId))
  const [settled, setSettled] = useState<Settled | null>(null)
  const [aside, setAsideOnes] = useState<readonly PendingCommand[]>(() => setAsideAt(placeId))
  const [failure, setFailure] = useState<Failure | null>(null)
  const [tries, setTries] = useState(0)
  const [isAsking, setAsking] = useState(false)
  const [isSending, setSending] = useState(false)
  const isBusy = useRef(false)
  const lock = useRef(false)
  const isOpen = useIsOpen()

  const send = useCallback(
    async <Of extends Operation>(operation: Of, given: InputOf<Of>, summary: PendingCommand['summary']) => {
      // Two quick presses come before the page has shown that the first one was heard.
      if (lock.current) return null
      lock.current = true
      setSending(true)
      const command = { placeId, operation, input: { ...given, idempotencyKey: newKey() }, summary }
      keepPending(command)
      const outcome = (await ask(client, command)) as Outcome<AnswerOf<Of>>
      lock.current = false
      setSending(false)
      if (outcome.kind === 'unknown') setUnknown(pendingAt(placeId))
      // Nobody has seen the answer where the till was left meanwhile: it is asked for again when the till is opened.
      else if (isOpen.current) dropPending(command.input.idempotencyKey)
      return outcome
    },
    [client, placeId, isOpen],
  )
  const askAgain = useCallback(async () => {
    const command = pendingAt(placeId)[0]
    if (isBusy.current || !command) return
    isBusy.current = true
    setAsking(true)
    const outcome = await ask(client, command)
    isBusy.current = false
    setAsking(false)
    if (isKnown(outcome)) {
      dropPending(command.input.idempotencyKey)
      setSettled({ command, outcome })
      setFailure(null)
      setTries(0)
    } else if ('failure' in outcome) {
      setFailure(outcome.failure)
      setTries((before) => before + 1)
    }
    setUnknown(pendingAt(placeId))
  }, [client, placeId])
  useAskingAgain(unknown.length > 0, askAgain)
  const keepAs = (command: PendingCommand, isSetAside: boolean) => {
    keepPending({ ...command, isSetAside })
    setUnknown(pendingAt(placeId))
    setAsideOnes(setAsideAt(placeId))
    setFailure(null)
    setTries(0)
  }
  return {
    ...{ send, isSending, unknown, isAsking, askAgain, failure, tries, aside, settled },
    setAside: (command) => keepAs(command, true),
    takeUp: (command) => keepAs(command, false),
    dropSettled: () => setSettled(null),
  }
}

/** Whether the till is still on the screen, for what comes back later. */
function useIsOpen(): { readonly current: boolean } {
  const isOpen = useRef(false)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])
  return isOpen
}

const ask = (client: Client, { operation, input }: PendingCommand): Promise<Outcome<AnswerOf<Operation>>> =>
  runCommand<AnswerOf<Operation>, { input: never }>(client, DOCUMENTS[operation] as never, {
    input: input as never,
  })

/**
 * Whether an answer to a repeated question says how the command ended. That somebody has to sign in again, or may not ask any
 * more, says nothing about the first time.
 */
const isKnown = (outcome: Outcome<AnswerOf<Operation>>): boolean =>
  outcome.kind === 'done' ||
  outcome.kind === 'refused' ||
  (outcome.kind === 'failed' && outcome.failure.kind === 'failed')

/** Asks at once, every few seconds, and as soon as there is a network again. */
function useAskingAgain(isNeeded: boolean, askAgain: () => void): void {
  useEffect(() => {
    if (!isNeeded) return
    askAgain()
    const timer = setInterval(askAgain, ASK_EVERY_MS)
    window.addEventListener('online', askAgain)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', askAgain)
    }
  }, [isNeeded, askAgain])
}
