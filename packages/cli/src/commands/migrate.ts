import { migrate } from '@artel/store'
import { defineCommand } from 'citty'
import { withDatabase } from '../with-database.ts'

/** `artel migrate`: brings the database to this version's tables. */
export const migrateCommand = defineCommand({
  meta: { name: 'migrate', description: 'Apply the migrations that the database lacks.' },
  args: { json: { type: 'boolean', description: 'Print the result as one JSON line.', default: false } },
  async run({ args }) {
    const { applied } = await withDatabase(({ databaseUrl }) =>
      migrate({
        databaseUrl,
        onMigration: (name) => args.json || process.stdout.write(`applied ${name}\n`),
      }),
    )
    if (args.json) process.stdout.write(`${JSON.stringify({ applied })}\n`)
    else if (applied.length === 0) process.stdout.write('The database is up to date.\n')
    return 0
  },
})
