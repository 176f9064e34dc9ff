import type { Command } from './command.ts'
import type { Moment } from './command-of.ts'
import type { Intent } from './intent.ts'
import { known, spendable, type World } from './world.ts'

type Change = Intent & { readonly want: 'PROMO' | 'ADJUST' | 'TRANSFER' | 'MERGE' | 'JOIN' }

/** The command of an intent that gives, takes or moves points without a sale. */
export function changeOf(intent: Change, at: Moment): Command | undefined {
  const { world, number, now } = at
  const key = `key-${number}`
  const people = [...world.sequences.keys()]
  const there = people.filter((id) => !world.merged.has(id))
  const members = world.agreed.members.map(({ id }) => id)
  const memberId = pickedOf(members, intent.member)
  const customerId = pickedOf(intent.pick % 7 === 6 ? people : there, intent.customer)
  const others = there.filter((id) => id !== customerId)
  switch (intent.want) {
    case 'PROMO': {
      const payers = intent.shares
        .map((share, index) => ({ memberId: known(members[index], 'member'), share }))
        .filter(({ share }) => share > 0)
      const isAlone = payers.length === 0 && !intent.ofFund
      return {
        verb: 'promoAward',
        scopeId: isAlone ? memberId : world.agreed.coalitionId,
        customerId,
        points: BigInt(intent.points),
        payers: isAlone ? [{ memberId, share: 1 }] : intent.ofFund ? [] : payers,
        expiresInDays: intent.pick % 3 === 0 ? 1 + (intent.pick % 20) : null,
        key,
      }
    }
    case 'ADJUST': {
      const points = BigInt(intent.give ? intent.points : -intent.points)
      return { verb: 'adjustmentPropose', memberId, customerId, points, key }
    }
    case 'TRANSFER': {
      if (others.length === 0) return undefined
      const points = wanted(world, customerId, { percent: intent.points, now })
      const housemates = others.filter(
        (id) => world.households.has(id) && world.households.get(id) === world.households.get(customerId),
      )
      const toId = pickedOf(housemates.length > 0 && intent.pick % 9 > 0 ? housemates : others, intent.pick)
      return { verb: 'pointsTransfer', memberId, customerId, toId, points, key }
    }
    case 'MERGE': {
      // The first customers are the busy ones: they stay, or histories would soon be about nobody.
      const goers = people.slice(2).filter((id) => id !== people[0])
      if (goers.length === 0) return undefined
      const owing = goers.filter((id) => world.debts.some((debt) => debt.customerId === id && debt.left > 0n))
      const goneId = pickedOf(owing.length > 0 ? owing : goers, intent.pick)
      const intoId = pickedOf(
        people.filter((id) => id !== goneId),
        intent.customer,
      )
      return { verb: 'customerMerge', scopeId: world.agreed.coalitionId, customerId: goneId, intoId, key }
    }
    case 'JOIN':
      return others.length === 0
        ? undefined
        : { verb: 'householdJoin', memberId, customerId, withId: pickedOf(others, intent.pick) }
  }
}

/** A share of what can be spent now; one point more than there is above 100 %. */
function wanted(world: World, customerId: string, asked: { percent: number; now: number }): bigint {
  const available = BigInt(spendable(world, customerId, asked.now).length)
  if (asked.percent > 100 || available === 0n) return available + 1n
  return (available * BigInt(asked.percent) + 99n) / 100n
}

const pickedOf = (from: readonly string[], pick: number): string =>
  known(from[pick % from.length], 'one to pick')
