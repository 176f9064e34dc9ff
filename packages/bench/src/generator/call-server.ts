import { type Connection, makeConnection } from './connection.ts'
import type { RequestPlan } from './job.ts'
import { requestMaker } from './make-request.ts'
import type { RunRecord } from './record-run.ts'

const PATIENCE_CHECK_MS = 1_000
/** A caller of a server that is gone would otherwise come back as fast as it can be refused. */
const PAUSE_AFTER_LOSS_MS = 100

/** Calls the server, one request at a time. */
export interface Caller {
  /** Sends the next request; `dueMs` from the start of the run is when its latency begins. */
  call(dueMs: number): void
}

/** Callers that are made one by one and end together. */
export interface Callers {
  /** A further caller; `freed` is called whenever its request has been settled. */
  add(freed: (caller: Caller) => void): Caller
  count(): number
  close(): void
}

/** Opens a room for callers whose every answer goes into the record. */
export function openCallers(request: RequestPlan, record: RunRecord): Callers {
  const next = requestMaker(request)
  const connections: Connection[] = []
  const patience = setInterval(() => {
    const nowMs = performance.now()
    for (const each of connections) each.checkPatience(nowMs)
  }, PATIENCE_CHECK_MS)

  function add(freed: (caller: Caller) => void): Caller {
    let sinceMs = 0
    const connection = makeConnection(request, {
      answered: (answer) => {
        record.answered(answer, sinceMs)
        freed(caller)
      },
      lost: (reason) => {
        record.lost(reason, sinceMs)
        setTimeout(() => freed(caller), PAUSE_AFTER_LOSS_MS)
      },
    })
    const caller: Caller = {
      call(dueMs) {
        sinceMs = dueMs
        connection.send(next())
      },
    }
    connections.push(connection)
    return caller
  }

  return {
    add,
    count: () => connections.length,
    close: () => {
      clearInterval(patience)
      for (const each of connections) each.close()
    },
  }
}
