import { migrate, openStore } from '@artel/store'
import { encodePublicId } from '@artel/use-cases'
import { defineCommand } from '../command/define-command.ts'
import { JSON_LINE } from '../command/standing-options.ts'
import { progressBar } from '../progress-bar.ts'
import { ensureDemoCoalition } from '../seed/demo-coalition.ts'
import { makeDemoKeys } from '../seed/demo-keys.ts'
import { demoIsSeeded, seedDemo } from '../seed/seed-demo.ts'
import { withDatabase } from '../with-database.ts'

/** `artel seed`: plays the demo coalition's year into the database. */
export const seed = defineCommand({
  meta: {
    name: 'seed',
    description:
      'Play a year of a demo town: three members, 600 customers, 12 000 purchases. Goes on where it was stopped.',
    ru: 'Разыграть год демонстрационного города: три участника, 600 покупателей, 12 000 покупок. Продолжает с места остановки.',
  },
  args: { json: JSON_LINE },
  run: ({ args }) => withDatabase(({ databaseUrl }) => seedDatabase(databaseUrl, args.json)),
})

async function seedDatabase(databaseUrl: string, json: boolean): Promise<number> {
  await migrate({ databaseUrl })
  const store = await openStore({ databaseUrl })
  try {
    const already = await demoIsSeeded(store)
    const bar = progressBar('Seeding')
    const { sales } = await seedDemo({
      store,
      onProgress: ({ day, days, sales: done }) => bar.update(day, days, `${done} purchases`),
    }).finally(() => bar.stop())
    const demo = await ensureDemoCoalition(store, 0)
    const keys = await makeDemoKeys(demo)
    const coalitionId = encodePublicId('coalition', demo.coalition.id)
    const said = already ? 'The demo was there already' : `Played ${sales} purchases`
    process.stdout.write(
      json
        ? `${JSON.stringify({ coalitionId, seeded: !already, purchases: sales, keys })}\n`
        : `${said}: coalition ${coalitionId}.\n${keyLines({ admin: keys.admin, accountant: keys.accountant, ...keys.members })}`,
    )
    return 0
  } finally {
    await store.close()
  }
}

function keyLines(keys: Readonly<Record<string, string>>): string {
  const lines = Object.entries(keys).map(([whose, secret]) => `  ${whose.padEnd(10)} ${secret}`)
  return `New keys, shown this once:\n${lines.join('\n')}\n`
}
