import { newKey, nextReceipt } from '../fresh.ts'
import type { BodyPiece, RequestPlan } from './job.ts'

/**
 * Prepares a plan: returns what makes the next request's bytes, as a string of one byte a character. What never changes
 * is put together once. Throws for text that is not ASCII, whose length in bytes would be another.
 */
export function requestMaker(plan: RequestPlan): () => string {
  const headers = { host: `${plan.host}:${plan.port}`, 'content-type': 'application/json', ...plan.headers }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  if (plan.method === 'GET') return sameGet(plan)
  const head = `POST ${plan.path} HTTP/1.1\r\n${lines.join('')}content-length: `
  requireAscii(head)
  const pieces = plan.body.map(pieceMaker)
  const next = () => {
    let body = ''
    for (const piece of pieces) body += piece()
    return `${head}${body.length}\r\n\r\n${body}`
  }
  if (plan.body.some((piece) => !('text' in piece))) return next
  const same = next()
  return () => same
}

function sameGet({ host, port, path, headers }: RequestPlan): () => string {
  const lines = Object.entries({ host: `${host}:${port}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  const request = `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`
  requireAscii(request)
  return () => request
}

function pieceMaker(piece: BodyPiece): () => string {
  if ('fresh' in piece) return piece.fresh === 'key' ? newKey : nextReceipt
  if ('text' in piece) {
    requireAscii(piece.text)
    return () => piece.text
  }
  const { anyOf } = piece
  for (const text of anyOf) requireAscii(text)
  return () => anyOf[Math.floor(Math.random() * anyOf.length)] ?? ''
}

function requireAscii(text: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
  if (!/^[\x00-\x7f]*$/.test(text)) throw new Error(`Not ASCII: ${text.slice(0, 60)}`)
}
