import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropPending, keepPending, type PendingCommand, pendingAt, setAsideAt } from './pending-command.ts'

/** What browsers keep texts in: its names are its own properties. */
beforeEach(() => {
  const kept: Record<string, string> = Object.create({
    setItem: (name: string, text: string) => {
      kept[name] = text
    },
    getItem: (name: string) => kept[name] ?? null,
    removeItem: (name: string) => {
      delete kept[name]
    },
  })
  vi.stubGlobal('localStorage', kept)
})
afterEach(() => vi.unstubAllGlobals())

const command = (idempotencyKey: string, placeId = 'mbr_1'): PendingCommand => ({
  ...{ placeId, operation: 'sale', input: { idempotencyKey } },
  summary: { amountMinor: '100', currency: 'RUB', receiptRef: 'A-1' },
})

test('a command is kept until it was answered, at its own place', () => {
  keepPending(command('one'))
  keepPending(command('other', 'mbr_2'))
  expect(pendingAt('mbr_1')).toEqual([command('one')])
  dropPending('one')
  expect(pendingAt('mbr_1')).toEqual([])
  expect(pendingAt('mbr_2')).toHaveLength(1)
})

test('a command that is set aside stops nobody, and is kept under the same key', () => {
  keepPending(command('one'))
  keepPending({ ...command('one'), isSetAside: true })
  expect(pendingAt('mbr_1')).toEqual([])
  expect(setAsideAt('mbr_1').map(({ input }) => input.idempotencyKey)).toEqual(['one'])
})

test('what cannot be read is left where it is', () => {
  localStorage.setItem('artel.pending.broken', '{')
  expect([pendingAt('mbr_1'), setAsideAt('mbr_1')]).toEqual([[], []])
  expect(localStorage.getItem('artel.pending.broken')).toBe('{')
})
