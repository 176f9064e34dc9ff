import { describe, expect, test } from 'vitest'
import { MalformedAnswer, readAnswer } from './read-answer.ts'

const answer = (...lines: readonly string[]) => Buffer.from(lines.join('\r\n'))

const WITH_LENGTH = answer(
  'HTTP/1.1 200 OK',
  'Content-Type: application/json',
  'Content-Length: 24',
  '',
  '{"data":{"name":"Ёж"}}',
)
const CHUNKED = answer(
  'HTTP/1.1 503 Service Unavailable',
  'transfer-encoding: chunked',
  'retry-after: 1',
  'connection: close',
  '',
  '6',
  '{"a":1',
  'B;name=value',
  ',"b":"\r\n22"',
  '1',
  '}',
  '0',
  'x-trailer: yes',
  '',
  '',
)
const EMPTY = answer('HTTP/1.1 204 No Content', 'x: y', '', '')

/** Reads as a connection does: again whenever something has come. Returns what came of every prefix. */
const readPrefixes = (bytes: Buffer) =>
  Array.from({ length: bytes.length + 1 }, (_, length) => readAnswer(bytes.subarray(0, length)))

describe('an answer that comes in pieces', () => {
  test.each([
    ['with a content-length', WITH_LENGTH, 200, '{"data":{"name":"Ёж"}}', false],
    ['in chunks', CHUNKED, 503, '{"a":1,"b":"\r\n22"}', true],
    ['without a body', EMPTY, 204, '', false],
  ])('%s is incomplete at every byte but the last', (_, bytes, status, body, closes) => {
    const seen = readPrefixes(bytes)
    const last = seen.pop()
    expect(seen.every((early) => early === undefined)).toBe(true)
    expect(last).toMatchObject({ status, closes })
    expect(last?.body.toString()).toBe(body)
  })

  test('keeps its head for whoever looks for a header', () => {
    expect(readAnswer(CHUNKED)?.head).toContain('\r\nretry-after: 1')
  })
})

describe('what is no answer is refused', () => {
  test.each([
    ['another protocol', answer('SSH-2.0-OpenSSH', '', '')],
    ['a status that is none', answer('HTTP/1.1 999 What', 'content-length: 0', '', '')],
    ['a body that only the end of the connection ends', answer('HTTP/1.1 200 OK', '', 'text')],
    ['bytes after the end', Buffer.concat([WITH_LENGTH, Buffer.from('x')])],
    ['bytes after the last chunk', Buffer.concat([CHUNKED, Buffer.from('x')])],
    ['a chunk without a length', answer('HTTP/1.1 200 OK', 'transfer-encoding: chunked', '', 'oops', '')],
    [
      'a chunk longer than it says',
      answer('HTTP/1.1 200 OK', 'transfer-encoding: chunked', '', '2', 'abcd', '0', '', ''),
    ],
    ['a head without an end', Buffer.alloc(70_000, 'a')],
  ])('%s', (_, bytes) => {
    expect(() => readAnswer(bytes)).toThrow(MalformedAnswer)
  })
})
