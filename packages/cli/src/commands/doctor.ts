import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineCommand } from '../command/define-command.ts'
import { JSON_LINE } from '../command/standing-options.ts'
import { dataDirectory } from '../data-directory.ts'
import { examineDatabase } from '../doctor/examine-database.ts'
import { examineOperatorKey } from '../doctor/examine-keys.ts'
import { examineDataDirectory, examineDisk, examineNode, examinePort } from '../doctor/examine-machine.ts'
import { type Finding, well } from '../doctor/finding.ts'
import { explainError } from '../explain-error.ts'
import { portFromEnvironment } from '../listen-port.ts'
import { withDatabase } from '../with-database.ts'

/** `artel doctor`: looks at everything that Artel needs of its surroundings; exit code 1 when something is missing. */
export const doctor = defineCommand({
  meta: {
    name: 'doctor',
    description: 'Look at what Artel needs and say what to do where it is missing.',
    ru: 'Проверить, есть ли всё, что нужно для работы, и сказать, что сделать, если чего-то нет.',
  },
  args: { json: JSON_LINE },
  async run({ args }) {
    const dataDir = dataDirectory()
    const production = process.env.NODE_ENV === 'production'
    const findings = [
      examineNode(process.versions.node),
      // With a database of one's own nothing is written on this machine.
      ...(process.env.DATABASE_URL ? [] : [examineDataDirectory(dataDir), examineDisk(dataDir)]),
      await examinePort(portFromEnvironment(), dataDir),
      ...(production ? [examineOperatorKey(process.env.ARTEL_OPERATOR_KEY)] : []),
      ...(await examineOwnDatabase(dataDir, production)),
    ]
    const ok = findings.every((finding) => finding.ok)
    process.stdout.write(args.json ? `${JSON.stringify({ ok, findings })}\n` : findings.map(line).join(''))
    return ok ? 0 : 1
  },
})

/** An embedded database that nobody has made yet is nothing to complain of: the first start makes it. */
async function examineOwnDatabase(dataDir: string, production: boolean): Promise<Finding[]> {
  if (!process.env.DATABASE_URL && !existsSync(join(dataDir, 'postgres', 'PG_VERSION'))) {
    return [well('Database', 'embedded; the first start creates it')]
  }
  try {
    return await withDatabase(({ databaseUrl }) => examineDatabase(databaseUrl, { production }))
  } catch (error) {
    return [
      {
        name: 'Database',
        ok: false,
        found: 'the embedded server does not start',
        advice: explainError(error),
      },
    ]
  }
}

function line({ name, ok, found, advice }: Finding): string {
  const columns = `${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(15)} ${found}`
  return advice === undefined ? `${columns}\n` : `${columns}\n      ${''.padEnd(15)} ${advice}\n`
}
