import { makeLog, startApi } from '@artel/api'
import { createTestDatabase } from '@artel/store/testing'
import { confirmTotp, encodePublicId, enrolTotp, type Message, recordPurchase } from '@artel/use-cases'
import {
  aCoalition,
  aDoor,
  aPerson,
  aRunningRule,
  aSale,
  type BuiltCoalition,
  codeOf,
  keepingSender,
  roubles,
  signedIn,
} from '@artel/use-cases/testing'

/** A town with its portal, served as a deployment serves it. */
export interface PortalWorld {
  readonly url: string
  readonly town: BuiltCoalition
  /** Public id of the member at whose till the stories play. */
  readonly shopId: string
  readonly letters: readonly Message[]
  /** The treasurer's authenticator. */
  readonly treasurerSecret: string
  stop(): Promise<void>
}

/** The password of everybody who has one. */
export const PASSWORD = 'Zarechye-2026-lamp'
export const CASHIER = 'katya@zarechye.example'
export const MANAGER = 'oleg@zarechye.example'
export const TREASURER = 'vera@zarechye.example'
/** Anna, who earned 5 % of 10 000 and 10 % by a rule at the shop. */
export const ANNA_PHONE = '+79161234567'

/** Opens the town on a database of its own, with the portal that was built into a folder. */
export async function openPortal(portalDir: string): Promise<PortalWorld> {
  const database = await createTestDatabase()
  const letters: Message[] = []
  const api = await startApi({
    ...{ store: database.store, port: 0, log: makeLog('silent') },
    config: { portalDir, secretsKey: aDoor().secretsKey, messageSender: keepingSender(letters) },
  })
  const town = await aCoalition({ name: 'Заречье', pointsName: 'баллы', pointsSymbol: 'Б' })
    .withMember('motor', { name: 'Моторный двор' })
    .withMember('blesk', { name: 'Блеск' })
    .withCustomer('Анна Котова', { phone: ANNA_PHONE })
    .withCustomer('Пётр Ильин', { phone: '+79167654321' })
    .open(database.store)
  await aRunningRule(town, 'motor')
  const shop = town.member('motor')
  await recordPurchase(
    shop.context,
    aSale(town.customer('Анна Котова'), { receiptRef: 'A-1', total: roubles(10_000) }),
  )
  await aPerson(shop.context, { email: CASHIER, role: 'CASHIER', password: PASSWORD })
  await aPerson(shop.context, { email: MANAGER, role: 'MEMBER_MANAGER', password: PASSWORD })
  const treasurerSecret = await withSecondFactor(town, { email: TREASURER, role: 'TREASURER' })
  return {
    ...{ url: api.url, town, letters, treasurerSecret },
    shopId: encodePublicId('member', shop.id),
    stop: async () => {
      await api.stop()
      await database.drop()
    },
  }
}

/** Invites somebody who runs or reads the coalition and gives them an authenticator; returns its secret. */
export async function withSecondFactor(
  town: BuiltCoalition,
  person: { readonly email: string; readonly role: 'COALITION_ADMIN' | 'TREASURER' },
): Promise<string> {
  const { secret: session } = await aPerson(town.adminContext, { ...person, password: PASSWORD })
  const context = await signedIn(town, session)
  const door = aDoor()
  const { secret } = await enrolTotp(context, { door })
  await confirmTotp(context, { code: codeOf(secret, -1), door })
  return secret
}
