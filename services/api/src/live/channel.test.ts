import { expect, test } from 'vitest'
import { makeChannel, type Watcher } from './channel.ts'

interface Told {
  readonly subject: string
  readonly position: bigint
}

/** A channel over events 1 to `head` of one subject, of which a reading takes three. */
function aChannel() {
  const readFrom: bigint[] = []
  const channel = makeChannel<Told>(async (_coalitionId, after, head) => {
    const from = after.get('') ?? 0n
    readFrom.push(from)
    const events: Told[] = []
    for (let position = from + 1n; position <= head && events.length < 3; position += 1n)
      events.push({ subject: '', position })
    const more = events.length === 3
    return { events, more, upTo: more ? undefined : head }
  })
  const watch = (position: bigint, room = Number.POSITIVE_INFINITY) => {
    const told: bigint[] = []
    const reader = { told, room }
    const watcher: Watcher<Told> = {
      ...{ coalitionId: 'c', subject: '', position },
      tell: (event) => void told.push(event.position),
      hasRoom: () => told.length < reader.room,
    }
    channel.watch(watcher)
    return reader
  }
  return { channel, watch, readFrom }
}

test('one that has no room is told the rest when it has, without a gap, and delays nobody', async () => {
  const { channel, watch } = aChannel()
  const fast = watch(0n)
  const slow = watch(0n, 2)
  for (let head = 3n; head <= 12n; head += 3n) await channel.look('c', head)
  expect(slow.told).toEqual([1n, 2n])
  expect(fast.told.at(-1)).toBe(12n)
  slow.room = Number.POSITIVE_INFINITY
  await channel.look('c', 15n)
  // What the fast one lacks is not behind what the slow one does.
  expect(fast.told.at(-1)).toBe(15n)
  for (let look = 0; look < 5; look += 1) await channel.look('c', 15n)
  const all = Array.from({ length: 15 }, (_, at) => BigInt(at + 1))
  expect([slow.told, fast.told]).toEqual([all, all])
})

test('while nobody lacks anything the head is all that is asked', async () => {
  const { channel, watch, readFrom } = aChannel()
  watch(0n)
  await channel.look('c', 2n)
  await channel.look('c', 2n)
  expect(readFrom).toEqual([0n])
})
