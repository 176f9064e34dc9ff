import { statfsSync } from 'node:fs'
import { totalmem } from 'node:os'

const MEBIBYTE = 2 ** 20
const LEAST_BUFFERS = 128
const MOST_BUFFERS = 1_024
const LEAST_LOG = 1_024
const MOST_LOG = 16_384

/**
 * Settings of the server that lives in `pgData`: durable (fsync stays on), loopback only, no socket file, plain UTC, the
 * same on every machine but for two sizes.
 */
export function serverSettings(pgData: string): Readonly<Record<string, string>> {
  const { bavail, bsize } = statfsSync(pgData)
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    shared_buffers: `${buffersMegabytes()}MB`,
    max_connections: '120',
    max_wal_size: `${logMegabytes(bavail * bsize)}MB`,
    jit: 'off',
    // Without the details of an error, which name the values of the row: a key or a receipt that was raced, for one.
    log_error_verbosity: 'terse',
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
}

/**
 * The same for a server whose data nobody wants back when the machine goes down: it survives a kill as before, since the
 * system has what was written, and its log stays small, for it may lie in memory.
 */
export function throwawaySettings(pgData: string): Readonly<Record<string, string>> {
  return { ...serverSettings(pgData), fsync: 'off', full_page_writes: 'off', max_wal_size: `${LEAST_LOG}MB` }
}

/**
 * An eighth of the memory that there is for us, a container's limit included: the server takes it only as it is used, and
 * the application needs the rest.
 */
function buffersMegabytes(): number {
  const limit = process.constrainedMemory()
  // 0 where there is no limit, or where it cannot be known.
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem()
  return between(LEAST_BUFFERS, memory / 8 / MEBIBYTE, MOST_BUFFERS)
}

/**
 * A quarter of the disk that is free, for the write-ahead log under long load; it shrinks afterwards. After every
 * checkpoint each page goes into the log whole when it first changes. With a small log a busy ledger of millions of
 * customers is checkpointed every few seconds, and then writes several times as many bytes as it has to say.
 */
export function logMegabytes(freeBytes: number): number {
  return between(LEAST_LOG, freeBytes / 4 / MEBIBYTE, MOST_LOG)
}

const between = (least: number, value: number, most: number) =>
  Math.floor(Math.min(most, Math.max(least, value)))
