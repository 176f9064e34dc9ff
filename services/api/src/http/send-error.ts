import type { ServerResponse } from 'node:http'
import { FAILURES, type FailureCode, type Refusal, type RefusalCode, refusalClassOf } from '@artel/ledger'
import { sendJson } from './send-json.ts'

/** What a plain HTTP request is answered with when it fails, or is refused. */
export interface SentError {
  readonly code: FailureCode | RefusalCode
  readonly message: string
  readonly requestId: string
  /** What the answer says besides. */
  readonly extensions?: Readonly<Record<string, unknown>>
}

const UNPROCESSABLE = 422

/** Sends one error in the shape of a GraphQL error, with the status that its code has in the registry. */
export function sendError(
  response: ServerResponse,
  { code, message, requestId, extensions }: SentError,
): void {
  const { status = UNPROCESSABLE, retryable = false } = isFailureCode(code)
    ? FAILURES[code]
    : (refusalClassOf(code)?.entry ?? {})
  sendJson(response, status, {
    errors: [{ message, extensions: { code, requestId, retryable, ...extensions } }],
  })
}

/** Sends a refusal with those of its facts that need no more than the refusal itself to be said. */
export function sendRefusal(response: ServerResponse, refusal: Refusal, requestId: string): void {
  const { code, message, details } = refusal
  const fields = Object.entries(refusalClassOf(code)?.entry.fields ?? {})
  const facts = fields
    .filter(([, { hidden, kind }]) => !hidden && PLAIN.has(kind))
    .map(([name, { recordedAs = name }]) => [name, details[recordedAs] ?? null])
  sendError(response, { code, message, requestId, extensions: Object.fromEntries(facts) })
}

/** Kinds of facts whose record is what callers are told: not ids, which are others outside, nor money, which lacks a currency. */
const PLAIN: ReadonlySet<string> = new Set([
  ...['points', 'text', 'texts', 'day', 'instant', 'choice', 'choices', 'problem', 'problems'],
])

const isFailureCode = (code: FailureCode | RefusalCode): code is FailureCode => Object.hasOwn(FAILURES, code)
