import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeLog, startApi } from '@artel/api'
import { createTestDatabase } from '@artel/store/testing'
import {
  type Message,
  publishConsentText,
  recordConsent,
  recordPurchase,
  updateCoalition,
} from '@artel/use-cases'
import {
  aCoalition,
  aDoor,
  anEarnCode,
  aRunningRule,
  aSale,
  type BuiltCoalition,
  keepingSender,
  roubles,
} from '@artel/use-cases/testing'
import { build } from 'vite'

/** Anna, who earned at both members, and agreed to be written to. */
export const ANNA_PHONE = '+79161234567'

/** A town with the page of its customers, served as a deployment serves it. */
export interface PageWorld {
  /** Address of the page. */
  readonly url: string
  readonly town: BuiltCoalition
  readonly letters: readonly Message[]
  /** A code of a bill of 1000.00 at the wash that nobody claimed. */
  earnCode(): Promise<string>
  stop(): Promise<void>
}

/** Builds what is served, from the sources as they are, into a folder of its own. */
export async function buildPage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'artel-page-'))
  await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    build: { outDir },
    logLevel: 'error',
  })
  return outDir
}

/** Opens the town on a database of its own, with the page that was built into a folder. */
export async function openPage(pageDir: string): Promise<PageWorld> {
  const database = await createTestDatabase()
  const letters: Message[] = []
  const api = await startApi({
    ...{ store: database.store, port: 0, log: makeLog('silent') },
    config: { pageDir, secretsKey: aDoor().secretsKey, messageSender: keepingSender(letters) },
  })
  const town = await aCoalition({ name: 'Заречье', pointsName: 'баллы', pointsSymbol: 'Б' })
    .withMember('motor', { name: 'Моторный двор' })
    .withMember('wash', { name: 'Блеск' })
    .withCustomer('Анна Котова', { phone: ANNA_PHONE })
    .open(database.store)
  const { coalition } = await updateCoalition(town.adminContext, { hostedPage: true })
  await aRunningRule(town, 'motor')
  const anna = { id: town.customer('Анна Котова').id }
  for (let sale = 1; sale <= 12; sale += 1)
    await recordPurchase(
      town.member(sale % 3 ? 'motor' : 'wash').context,
      aSale(anna, { receiptRef: `A-${sale}`, total: roubles(1_000 * sale) }),
    )
  const text = { version: '1', textEn: 'You may write to me by SMS.', textRu: 'Мне можно писать SMS.' }
  await publishConsentText(town.adminContext, { purpose: 'MARKETING_SMS', ...text })
  await recordConsent(town.member('motor').context, {
    customer: anna,
    consent: { purpose: 'MARKETING_SMS', textVersion: '1', source: 'TILL' },
  })
  return {
    ...{ url: `${api.url}/c/${coalition.handle}`, town, letters },
    earnCode: async () => (await anEarnCode(town)).code,
    stop: async () => {
      await api.stop()
      await database.drop()
    },
  }
}
