import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { secretsKey } from './mail-settings.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'artel-secrets-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

test('in development the data directory keeps the secrets key from start to start; production names its own', () => {
  const env = { ARTEL_DATA_DIR: join(dataDir, 'one') }
  const first = secretsKey(env, false)
  expect(first).toHaveLength(32)
  expect(secretsKey(env, false)).toEqual(first)
  expect(secretsKey({ ARTEL_DATA_DIR: join(dataDir, 'two') }, false)).not.toEqual(first)
  expect(statSync(join(dataDir, 'one', 'secrets-key')).mode & 0o777).toBe(0o600)
  expect(secretsKey({ ...env, ARTEL_SECRETS_KEY: 'x'.repeat(32) }, false)).not.toEqual(first)
  expect(() => secretsKey(env, true)).toThrow('ARTEL_SECRETS_KEY')
})
