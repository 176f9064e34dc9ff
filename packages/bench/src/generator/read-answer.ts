/** One HTTP/1.1 answer. */
export interface Answer {
  readonly status: number
  /** Status line and header lines, without the blank line that ends them. */
  readonly head: string
  readonly body: Buffer
  /** The server closes the connection after it. */
  readonly closes: boolean
}

/** Bytes that are no HTTP/1.1 answer, or one whose end cannot be told. */
export class MalformedAnswer extends Error {
  readonly code = 'MALFORMED_ANSWER'
}

const LONGEST_HEAD_BYTES = 64 * 1_024
const HEAD_END = Buffer.from('\r\n\r\n')
const LINE_END = Buffer.from('\r\n')
const LENGTH = /\r\ncontent-length:[ \t]*(\d+)[ \t]*(?:\r\n|$)/i
const CHUNKED = /\r\ntransfer-encoding:[ \t]*chunked[ \t]*(?:\r\n|$)/i
const CLOSES = /\r\nconnection:[ \t]*close[ \t]*(?:\r\n|$)/i
const WITHOUT_BODY = new Set([204, 304])

/**
 * Reads the one answer that `bytes` hold so far; undefined while it is incomplete. There is no pipelining, so bytes
 * after its end are an error, as is a body that only the end of the connection would end. Throws MalformedAnswer.
 */
export function readAnswer(bytes: Buffer): Answer | undefined {
  const headEnd = bytes.indexOf(HEAD_END)
  if (headEnd < 0) {
    if (bytes.length > LONGEST_HEAD_BYTES) throw new MalformedAnswer('The head has no end')
    return undefined
  }
  const head = bytes.toString('latin1', 0, headEnd)
  const status = statusOf(head)
  const body = readBody(bytes, headEnd + HEAD_END.length, head, status)
  return body && { status, head, body, closes: CLOSES.test(head) }
}

function statusOf(head: string): number {
  const status = Number(head.slice(9, 12))
  if (!head.startsWith('HTTP/1.1 ') || !(status >= 200 && status <= 599))
    throw new MalformedAnswer(`Not an answer: ${head.slice(0, 40)}`)
  return status
}

function readBody(bytes: Buffer, start: number, head: string, status: number): Buffer | undefined {
  if (WITHOUT_BODY.has(status)) return endingAt(bytes, start, bytes.subarray(start, start))
  const length = LENGTH.exec(head)
  if (length) {
    const end = start + Number(length[1])
    return bytes.length < end ? undefined : endingAt(bytes, end, bytes.subarray(start, end))
  }
  if (CHUNKED.test(head)) return readChunks(bytes, start)
  throw new MalformedAnswer('Neither a content-length nor chunks')
}

function readChunks(bytes: Buffer, start: number): Buffer | undefined {
  const chunks: Buffer[] = []
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf(LINE_END, at)
    if (lineEnd < 0) return undefined
    const [digits = ''] = bytes.toString('latin1', at, lineEnd).split(';')
    if (!/^[0-9a-f]{1,8}[ \t]*$/i.test(digits))
      throw new MalformedAnswer(`Not a chunk's length: ${digits.slice(0, 20)}`)
    const length = Number.parseInt(digits, 16)
    const data = lineEnd + LINE_END.length
    if (length === 0) return readTrailers(bytes, data, Buffer.concat(chunks))
    const end = data + length
    if (bytes.length < end + LINE_END.length) return undefined
    if (bytes.indexOf(LINE_END, end) !== end) throw new MalformedAnswer('A chunk is longer than it says')
    chunks.push(bytes.subarray(data, end))
    at = end + LINE_END.length
  }
}

/** Trailers are lines up to an empty one; nobody asked for any. */
function readTrailers(bytes: Buffer, start: number, body: Buffer): Buffer | undefined {
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf(LINE_END, at)
    if (lineEnd < 0) return undefined
    if (lineEnd === at) return endingAt(bytes, lineEnd + LINE_END.length, body)
    at = lineEnd + LINE_END.length
  }
}

function endingAt(bytes: Buffer, end: number, body: Buffer): Buffer {
  if (bytes.length > end) throw new MalformedAnswer('Bytes after the end of the answer')
  return body
}
