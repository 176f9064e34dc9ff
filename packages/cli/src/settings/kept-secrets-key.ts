import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { secretsKeyFrom } from '@artel/api/parts'
import { dataDirectory, prepareDataDirectory } from '../data-directory.ts'

const FILE = 'secrets-key'

/**
 * The secrets key of a deployment in development, which its data directory keeps: second factors outlive the process. Made by
 * the first start; only its owner may read it.
 */
export function keptSecretsKey(env: NodeJS.ProcessEnv): Uint8Array {
  const dataDir = dataDirectory(env)
  prepareDataDirectory(dataDir)
  const path = join(dataDir, FILE)
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error
  }
  return secretsKeyFrom(readFileSync(path, 'utf8').trim())
}
