import { connect, type Socket } from 'node:net'
import { type Answer, readAnswer } from './read-answer.ts'

/** Answers are well below it; a longer one comes in several reads. */
const READ_BYTES = 8 * 1_024
const LONGEST_WAIT_MS = 30_000

/** A keep-alive connection with at most one request under way. */
export interface Connection {
  /** Sends a request. Opens the connection when there is none. */
  send(request: string): void
  /** Gives up on a request that has waited for 30 seconds: it is lost. */
  checkPatience(nowMs: number): void
  close(): void
}

export interface ConnectionEvents {
  /** The answer of the request under way; its body is valid during the call only. */
  answered(answer: Answer): void
  /** The request under way gets no answer. */
  lost(reason: string): void
}

/** Makes a connection to `host:port` that connects when it is first used, and again after it was lost. */
export function makeConnection(
  { host, port }: { host: string; port: number },
  events: ConnectionEvents,
): Connection {
  const buffer = Buffer.allocUnsafe(READ_BYTES)
  let socket: Socket | undefined
  let pending: Buffer | undefined
  let busySinceMs: number | undefined

  function drop(reason: string): void {
    socket?.destroy()
    socket = undefined
    pending = undefined
    if (busySinceMs === undefined) return
    busySinceMs = undefined
    events.lost(reason)
  }

  function receive(from: Socket, bytes: number): void {
    if (from !== socket) return
    const chunk = buffer.subarray(0, bytes)
    const all = pending ? Buffer.concat([pending, chunk]) : chunk
    let answer: Answer | undefined
    try {
      answer = readAnswer(all)
    } catch (error) {
      drop(String(error))
      return
    }
    if (!answer) {
      // The buffer is filled anew by the next read.
      pending = pending ? all : Buffer.from(chunk)
      return
    }
    pending = undefined
    busySinceMs = undefined
    if (answer.closes) {
      socket.destroy()
      socket = undefined
    }
    events.answered(answer)
  }

  function open(): Socket {
    const opened: Socket = connectTo({ host, port, buffer }, (bytes) => receive(opened, bytes))
    const ended = (reason: string) => {
      if (opened === socket) drop(reason)
    }
    opened.on('error', (error) => ended(error.message))
    opened.on('close', () => ended('The server closed the connection'))
    opened.on('end', () => ended('The server closed the connection'))
    return opened
  }

  return {
    send(request) {
      busySinceMs = performance.now()
      socket ??= open()
      socket.write(request, 'latin1')
    },
    checkPatience(nowMs) {
      if (busySinceMs !== undefined && nowMs - busySinceMs > LONGEST_WAIT_MS) drop('No answer in 30 seconds')
    },
    close() {
      busySinceMs = undefined
      drop('closed')
    },
  }
}

/** Connects, and reads into one buffer for as long as the connection lasts. */
const connectTo = (
  { host, port, buffer }: { host: string; port: number; buffer: Buffer },
  onBytes: (bytes: number) => void,
): Socket =>
  connect({
    host,
    port,
    noDelay: true,
    onread: {
      buffer,
      callback: (bytes) => {
        onBytes(bytes)
        return true
      },
    },
  })
