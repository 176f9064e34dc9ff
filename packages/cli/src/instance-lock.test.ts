import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acquireInstanceLock, InstanceRunningError, readRunningInstance } from './instance-lock.ts'
import { processIdentity } from './process-identity.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'artel-lock-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const now = new Date('2026-01-01T00:00:00Z')

test('one owner at a time: a second is told who runs and where', () => {
  const lock = acquireInstanceLock(dataDir, now)
  lock.publish({ addresses: { api: 'http://localhost:4000' } })
  expect(() => acquireInstanceLock(dataDir, now)).toThrow(InstanceRunningError)
  expect(() => acquireInstanceLock(dataDir, now)).toThrow(`process ${process.pid}, http://localhost:4000`)
})

test('released, the data directory is free and nothing is left in it', () => {
  acquireInstanceLock(dataDir, now).release()
  expect(readRunningInstance(dataDir)).toBeUndefined()
  expect(existsSync(join(dataDir, 'running.json'))).toBe(false)
  acquireInstanceLock(dataDir, now).release()
})

test('the lock of a killed process is recovered', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(child, 'spawn')
  const instance = { pid: child.pid, identity: processIdentity(child.pid ?? 0), since: now.toISOString() }
  writeFileSync(join(dataDir, 'running.json'), JSON.stringify(instance))
  expect(() => acquireInstanceLock(dataDir, now)).toThrow(InstanceRunningError)
  child.kill('SIGKILL')
  await once(child, 'exit')
  acquireInstanceLock(dataDir, now)
  expect(JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')).pid).toBe(process.pid)
})

test('a process that was given the number of a dead owner is not mistaken for it', () => {
  const stranger = { pid: process.pid, identity: 'another start time', since: now.toISOString() }
  writeFileSync(join(dataDir, 'running.json'), JSON.stringify(stranger))
  expect(readRunningInstance(dataDir)).toBeUndefined()
  expect(() => acquireInstanceLock(dataDir, now)).not.toThrow()
})

test('a torn lock file does not lock anybody out', () => {
  writeFileSync(join(dataDir, 'running.json'), '{"pid": 1')
  expect(() => acquireInstanceLock(dataDir, now)).not.toThrow()
})
