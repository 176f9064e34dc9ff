import { migrate } from '@artel/store'
import { installQueues } from '@artel/worker'
import { defineCommand } from '../command/define-command.ts'
import { JSON_LINE } from '../command/standing-options.ts'
import { withDatabase } from '../with-database.ts'

/** `artel migrate`: brings the database to this version's tables, the workers' queues included. */
export const migrateCommand = defineCommand({
  meta: {
    name: 'migrate',
    description: 'Apply the migrations that the database lacks.',
    ru: 'Применить миграции, которых не хватает базе.',
  },
  args: { json: JSON_LINE },
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
