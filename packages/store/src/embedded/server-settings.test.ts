import { statfsSync } from 'node:fs'
import { tmpdir, totalmem } from 'node:os'
import { expect, test } from 'vitest'
import { logMegabytes, serverSettings, throwawaySettings } from './server-settings.ts'

const megabytes = (setting: string | undefined) => Number(/^(\d+)MB$/.exec(setting ?? '')?.[1])

test('the server is durable, and takes no more of memory and disk than there is to spare', () => {
  const settings = serverSettings(tmpdir())
  expect(settings).toMatchObject({ fsync: 'on', synchronous_commit: 'on', listen_addresses: '127.0.0.1' })
  const { bavail, bsize } = statfsSync(tmpdir())
  const buffers = megabytes(settings.shared_buffers)
  const log = megabytes(settings.max_wal_size)
  expect(buffers).toBeGreaterThanOrEqual(128)
  expect(buffers).toBeLessThanOrEqual(Math.max(128, Math.min(1_024, totalmem() / 8 / 2 ** 20)))
  expect(log).toBeGreaterThanOrEqual(1_024)
  // Other programs write to the disk meanwhile.
  expect(log).toBeLessThanOrEqual(Math.max(1_024, Math.min(16_384, (bavail * bsize) / 3 / 2 ** 20)))
})

test('only the data of tests is given up with the machine, and none of it with a killed process', () => {
  const { fsync, full_page_writes, max_wal_size, ...rest } = throwawaySettings(tmpdir())
  expect({ fsync, full_page_writes }).toEqual({ fsync: 'off', full_page_writes: 'off' })
  expect(megabytes(max_wal_size)).toBe(1_024)
  expect(serverSettings(tmpdir())).toMatchObject({ ...rest, fsync: 'on', synchronous_commit: 'on' })
})

test('the log may take a quarter of the free disk, within its bounds', () => {
  const gibibyte = 2 ** 30
  expect([1, 4, 40, 64, 1_000].map((free) => logMegabytes(free * gibibyte))).toEqual([
    1_024, 1_024, 10_240, 16_384, 16_384,
  ])
})
