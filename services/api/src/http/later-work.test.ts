import { expect, test } from 'vitest'
import { makeLaterWork } from './later-work.ts'

test('what goes on after an answer is waited for, also what it begins, and no longer than it may take', async () => {
  const later = makeLaterWork()
  const sent: string[] = []
  let finish: (() => void) | undefined
  const first = new Promise<void>((resolve) => {
    finish = resolve
  }).then(() => {
    sent.push('first')
    later.add(Promise.resolve().then(() => void sent.push('second')))
  })
  later.add(first)
  // Nobody finishes it yet.
  await later.done(1)
  expect(sent).toEqual([])
  const done = later.done(60_000)
  finish?.()
  await done
  expect(sent).toEqual(['first', 'second'])
})
