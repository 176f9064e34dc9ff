import { startApi } from '@artel/api'
import { makeLog } from '@artel/api/parts'
import { createArtel } from '@artel/sdk'
import { createTestDatabase } from '@artel/store/testing'
import type { Message } from '@artel/use-cases'
import { codeOf, keepingSender, linkIn } from '@artel/use-cases/testing'

/** The page that the members of the world allow. */
export const ORIGIN = 'http://localhost:4001'

/** The key that may open coalitions. */
export const OPERATOR_KEY = 'operator-key-of-the-sdk-test'

/** A real API on a database of its own, with a coalition of two members made through the SDK alone. */
export type SdkWorld = Awaited<ReturnType<typeof startSdkWorld>>

/** Roubles as the API takes them. */
export const rub = (rubles: number) => ({ amountMinor: BigInt(rubles) * 100n, currency: 'RUB' })

/** Starts the world: `service` gives 5 % in points, `wash` 3 %; both are bound by the terms they accepted. */
export async function startSdkWorld() {
  const database = await createTestDatabase()
  const log = makeLog('silent')
  const letters: Message[] = []
  const config = { operatorKey: OPERATOR_KEY, messageSender: keepingSender(letters) }
  const api = await startApi({ store: database.store, port: 0, config, log })
  const url = `${api.url}/graphql`
  const client = (apiKey: string, address = url) => createArtel({ apiKey, url: address })

  const opened = await client(OPERATOR_KEY).coalition.open(coalition).unwrap()
  const first = client(opened.adminKey)
  /** Invites an administrator, who accepts, enrols a second factor and makes a key that acts for them. */
  const anAdministrator = async (name: string) => {
    await first.staff.invite({ email: `${name}@example.com`, role: 'COALITION_ADMIN' }).unwrap()
    const answer = { linkSecret: linkIn(letters.at(-1)), name, transport: 'TOKEN' } as const
    const accepted = await first.staff.accept(answer).unwrap()
    const { sessions } = client(accepted.token ?? '')
    const { secret: totp } = await sessions.enrolTotp({}).unwrap()
    const { token } = await sessions.confirmTotp({ code: codeOf(totp) }).unwrap()
    const { secret } = await client(token ?? '')
      .apiKeys.create({ name })
      .unwrap()
    return client(secret)
  }
  const admin = await anAdministrator('chair')
  const admit = async (handle: string, percentBps: number) => {
    const { apiKey, terms } = await admin.members
      .admit({
        handle,
        name: handle,
        kind: 'OTHER',
        earnRule: { kind: 'PERCENT', percentBps },
        allowedOrigins: [ORIGIN],
      })
      .unwrap()
    const consent = { termsId: terms.id, contractHash: terms.contractHash, acceptedBy: 'The owner' }
    await client(apiKey).members.acceptTerms(consent).unwrap()
    return apiKey
  }
  const serviceKey = await admit('motor-yard', 500)
  const service = client(serviceKey)
  const wash = client(await admit('blesk', 300))

  let serial = 0
  return {
    url,
    client,
    admin,
    anAdministrator,
    service,
    serviceKey,
    wash,
    /** A new customer with 150 points, earned at the service by the receipt it names. */
    async customerWith150Points() {
      serial += 1
      const phone = `+7912555${1_000 + serial}`
      const { customer } = await service.customers
        .enrol({ name: 'Anna', phone, consentVersion: '1' })
        .unwrap()
      const receiptRef = `first-${serial}`
      const sale = { customer: { id: customer.id }, receiptRef, total: rub(3_000) }
      await service.purchases.record(sale).unwrap()
      return { id: customer.id, receiptRef }
    },
    walletOf: async (id: string) => (await service.customers.get(id))?.wallet,
    store: database.store,
    async stop() {
      await api.stop()
      await database.drop()
    },
  }
}

const coalition = {
  handle: 'zarechye',
  name: 'Zarechye',
  pointsName: 'points',
  pointsSymbol: 'P',
  terms: {
    reservePrice: 900_000n,
    issueFee: 100_000n,
    redeemFee: 20_000n,
    contractTextEn: 'One point is one rouble.',
    contractTextRu: 'Один балл равен рублю.',
  },
}
