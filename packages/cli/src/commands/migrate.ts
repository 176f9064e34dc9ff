import { migrate } from '@artel/store'
import { installQueues } from '@artel/worker'
import { defineCommand } from '../command/define-command.ts'
import { JSON_LINE } from '../command/standing-options.ts'
import { fillWords } from '../fill-words.ts'
import { withDatabase } from '../with-database.ts'

/** `artel migrate`: brings the database to this version's tables, roles and grants, the workers' queues included. */
export const migrateCommand = defineCommand({
  meta: {
    name: 'migrate',
    description:
      'Apply the migrations that the database lacks; make missing roles, put owners and grants right.',
    ru: 'Применить миграции, которых не хватает базе; создать роли, исправить владельцев и права.',
  },
  args: { json: JSON_LINE },
  async run({ args }) {
    const { applied, repaired } = await withDatabase(async ({ databaseUrl }) => {
      const onMigration = (name: string) => args.json || process.stdout.write(`applied ${name}\n`)
      const migrated = await migrate({ databaseUrl, onMigration })
      await installQueues({ databaseUrl })
      await fillWords(databaseUrl)
      return migrated
    })
    if (args.json) process.stdout.write(`${JSON.stringify({ applied, repaired })}\n`)
    else process.stdout.write(describe(applied, repaired))
    return 0
  },
})

function describe(applied: readonly string[], repaired: readonly string[]): string {
  if (repaired.length > 0) return repaired.map((fault) => `repaired: ${fault}\n`).join('')
  return applied.length === 0 ? 'The database is up to date.\n' : ''
}
