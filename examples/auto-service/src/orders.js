import { randomInt } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { totalMinor } from './price-list.js'

/**
 * The yard's orders: kept in memory, and in one JSON file when `file` is given. Enough for one process; a real
 * workshop keeps them in the database that it already has.
 */
export function openOrders(file) {
  const orders = new Map(file ? load(file).map((order) => [order.id, order]) : [])
  return {
    find: (id) => orders.get(id),
    all: () => [...orders.values()].reverse(),
    of: (customerId) => [...orders.values()].filter((order) => order.customerId === customerId).reverse(),
    /** Keeps the order with these changes and returns it. */
    save(order, changes = {}) {
      const saved = { ...order, ...changes }
      orders.set(saved.id, saved)
      if (file) store(file, [...orders.values()])
      return saved
    },
  }
}

/** Kopecks that the customer was told: the sum of the works, or what was written at the counter. */
export const estimateMinor = (order) => BigInt(order.estimateMinor ?? totalMinor(order.works))

/** Whose car it is: the settings know the name in both languages, and the order keeps it for when they no longer do. */
export const customerOf = ({ configuration }, order) =>
  configuration.demoCustomers.find(({ id }) => id === order.customerId) ?? { name: order.customerName }

/** The order's address on this site. */
export const pathOf = (order) => `/orders/${encodeURIComponent(order.id)}`

/** A number that a person can read out on the phone and that no later order repeats: the receipt refers to it. */
export function orderNumber(now) {
  const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  // The day at the counter, as YYMMDD; en-CA writes dates that way round.
  const day = now.toLocaleDateString('en-CA', { timeZone: 'Europe/Moscow' }).slice(2).replaceAll('-', '')
  return `MY-${day}-${Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')}`
}

function load(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return []
    throw error
  }
}

function store(file, orders) {
  // Written beside and renamed over: a crash leaves the old file or the new one, never half of one.
  writeFileSync(`${file}.new`, JSON.stringify(orders, null, 2))
  renameSync(`${file}.new`, file)
}
