import type { ServerResponse } from 'node:http'
import { databaseAnswers, type Store } from '@artel/store'
import { sendJson } from '../http/send-json.ts'

/** How long readiness waits for the database, milliseconds. */
const READY_TIMEOUT_MS = 1_000

/** Answers /healthz: the process is running. */
export function answerHealth(response: ServerResponse): void {
  sendJson(response, 200, { status: 'ok' })
}

/** Answers /readyz: 200 when requests can be served, 503 while draining or without a database. */
export async function answerReadiness(
  response: ServerResponse,
  { store, draining }: { store: Store; draining: boolean },
): Promise<void> {
  if (draining) return sendJson(response, 503, { status: 'draining' })
  if (!(await databaseAnswers(store, { withinMs: READY_TIMEOUT_MS })))
    return sendJson(response, 503, { status: 'database unreachable' })
  sendJson(response, 200, { status: 'ready' })
}
