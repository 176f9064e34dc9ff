import type { MemberHandle } from './demo-members.ts'
import { personName } from './person-names.ts'
import { seededRandom } from './random.ts'

/** Somebody of the town, as far as the seed decides before anything is played. */
export interface DemoCustomer {
  readonly name: string
  /** E.164. The range +7 900 000 is nobody's. */
  readonly phone: string
  readonly email: string | undefined
  /** Where they enrol: at the member where they first shop. */
  readonly enrolsAt: MemberHandle
  /** Day of the history, from 0, on which they enrol. */
  readonly joinsOnDay: number
  /** How much they shop at each member, relative to others. */
  readonly visits: Readonly<Record<MemberHandle, number>>
}

/** How many customers the demo has, the named ones of `personas.ts` not counted. */
export const CROWD = 595
const FIRST_NUMBER = 1_000

/**
 * The town's customers in the order in which they join: many in the first weeks, a steady trickle after, more while
 * the car wash is busy. `days` is the length of the history.
 */
export function demoCustomers(days: number): readonly DemoCustomer[] {
  const random = seededRandom('zarechye customers')
  const crowd = Array.from({ length: CROWD }, (_, index): DemoCustomer => {
    const early = random.chance(45)
    const joinsOnDay = early ? random.below(50) : random.below(days - 3)
    const busy = 1 + random.below(9)
    const place = random.weighted([3, 6, 3])
    const number = FIRST_NUMBER + index
    return {
      name: personName(random),
      phone: `+7900000${number}`,
      email: random.chance(35) ? `customer${number}@example.com` : undefined,
      enrolsAt: (['motor-yard', 'blesk', 'kolenval'] as const)[place] ?? 'blesk',
      joinsOnDay,
      visits: {
        'motor-yard': busy * (place === 0 ? 3 : random.chance(55) ? 1 : 0),
        blesk: busy * (place === 1 ? 3 : random.chance(70) ? 1 : 0),
        kolenval: busy * (place === 2 ? 3 : random.chance(50) ? 1 : 0),
      },
    }
  })
  return crowd.sort(
    (left, right) => left.joinsOnDay - right.joinsOnDay || (left.phone < right.phone ? -1 : 1),
  )
}
