import { migrate } from '@artel/store'
import { installQueues } from '@artel/worker'
import { defineCommand } from 'citty'
import { withDatabase } from '../with-database.ts'

/** `artel migrate`: brings the database to this version's tables, the workers' queues included. */
export const migrateCommand = defineCommand({
  meta: { name: 'migrate', description: 'Apply the migrations that the database lacks.' },
  args: { json: { type: 'boolean', description: 'Print the result as one JSON line.', default: false } },
  async run({ args }) {
    const { applied } = await withDatabase(async ({ databaseUrl }) => {
      const onMigration = (name: string) => args.json || process.stdout.write(`applied ${name}\n`)
      const migrated = await migrate({ databaseUrl, onMigration })
      await installQueues({ databaseUrl })
      return migrated
    })
    if (args.json) process.stdout.write(`${JSON.stringify({ applied })}\n`)
    else if (applied.length === 0) process.stdout.write('The database is up to date.\n')
    return 0
  },
})
