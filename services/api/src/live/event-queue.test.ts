import { expect, test, vi } from 'vitest'
import { requestError } from '../errors/request-error.ts'
import { makeEventQueue } from './event-queue.ts'

const queueOf = (patienceMs: number) => {
  const onEnd = vi.fn<() => void>()
  return { onEnd, queue: makeEventQueue<number>({ maxWaiting: 4, patienceMs, onEnd }) }
}

test('a caller who is refused is not told what waits', async () => {
  const { queue, onEnd } = queueOf(60_000)
  queue.push(1)
  queue.push(2)
  expect(await queue.next()).toEqual({ done: false, value: 1 })
  queue.end(requestError('UNAUTHENTICATED', 'Revoked'))
  await expect(queue.next()).rejects.toThrow('Revoked')
  expect(await queue.next()).toEqual({ done: true, value: undefined })
  expect(onEnd).toHaveBeenCalledOnce()
})

test('a queue that is full has no room until half of it is read', async () => {
  const { queue } = queueOf(60_000)
  for (const event of [1, 2, 3]) queue.push(event)
  expect(queue.hasRoom()).toBe(true)
  queue.push(4)
  expect(queue.hasRoom()).toBe(false)
  await queue.next()
  expect(queue.hasRoom()).toBe(false)
  await queue.next()
  expect(queue.hasRoom()).toBe(true)
  await queue.return?.()
})

test('a reader that leaves its queue full is ended with STREAM_TOO_SLOW', async () => {
  const { queue, onEnd } = queueOf(1)
  for (const event of [1, 2, 3, 4]) queue.push(event)
  await expect.poll(() => onEnd.mock.calls.length).toBe(1)
  await expect(queue.next()).rejects.toMatchObject({ extensions: { code: 'STREAM_TOO_SLOW' } })
})
