import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { repositoryRoot } from './start/repository-root.js'

// `npm run -s code`: the codes that an authenticator would show now for the people of the demo, whose secrets its record has.
const dataDir = process.env.ARTEL_DATA_DIR ?? join(repositoryRoot, '.artel')

/** @returns {{ staff?: { email: string, totpSecret: string | null }[] }} */
function readRecord() {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8'))
  } catch {
    return {} // nothing was started in this directory
  }
}

const { staff = [] } = readRecord()
for (const { email, totpSecret } of staff) {
  if (totpSecret === null) continue
  process.stdout.write(`${new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate()}  ${email}\n`)
}
if (staff.length === 0) {
  process.stderr.write('No demo has been started here: npm start\n')
  process.exitCode = 1
}
