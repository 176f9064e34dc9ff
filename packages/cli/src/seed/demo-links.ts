import { createHash } from 'node:crypto'
import { addClicks, type NewClick } from '@artel/store'
import { createLink, updateMember } from '@artel/use-cases'
import type { DemoCoalition } from './demo-coalition.ts'
import type { DemoCustomer } from './demo-customers.ts'
import type { MemberHandle } from './demo-members.ts'
import { seededRandom } from './random.ts'

const DAY_MS = 86_400_000
const PHONE =
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'
const ROBOT = 'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)'
/** Clicks lie within so many days before today. */
const CLICKED_DAYS = 60
/** One newcomer in so many came by a link. */
const CAME_BY_LINK = 6

interface DemoLink {
  readonly to: MemberHandle
  readonly from: MemberHandle
  readonly code: string
  readonly name: string
  readonly source: string
  /** Of people; of machines there are fewer. */
  readonly clicks: number
}

const LINKS: readonly DemoLink[] = [
  {
    to: 'motor-yard',
    from: 'blesk',
    code: 'С-МОЙКИ',
    name: 'Карточка на мойке',
    source: 'blesk',
    clicks: 84,
  },
  {
    to: 'motor-yard',
    from: 'motor-yard',
    code: 'SEASON',
    name: 'Плакат о шинах',
    source: 'poster',
    clicks: 37,
  },
  {
    to: 'blesk',
    from: 'motor-yard',
    code: 'BLESK-10',
    name: 'Талон в заказ-наряде',
    source: 'motor-yard',
    clicks: 126,
  },
  {
    to: 'kolenval',
    from: 'motor-yard',
    code: 'DETAL',
    name: 'Список запчастей',
    source: 'motor-yard',
    clicks: 52,
  },
  { to: 'kolenval', from: 'blesk', code: 'ВИЗИТКА', name: 'Визитка на мойке', source: 'blesk', clicks: 18 },
]

/** Says which page of each shop links lead to, and makes the links that are not there yet, at the beginning of the history. */
export async function makeDemoLinks({ admin, members, coalition }: DemoCoalition): Promise<void> {
  for (const { to, from, code, name, source } of LINKS) {
    const { context, id: memberId } = members[to]
    const known = await admin.store.prisma.link.findFirst({ where: { coalitionId: coalition.id, code } })
    if (known) continue
    await updateMember(context, { linkPages: [`https://${to}.example/`] })
    const ends = { memberId, sourceMemberId: members[from].id }
    await createLink(admin, { ...ends, name, code, utm: { source, medium: 'paper' } })
  }
}

/** The code by which a newcomer came to the shop that enrols it; undefined: by none. */
export function codeOfNewcomer({ phone, enrolsAt }: DemoCustomer): string | undefined {
  const chance = seededRandom(`came by ${phone}`)
  const links = LINKS.filter(({ to, from }) => to === enrolsAt && from !== to)
  return chance.below(CAME_BY_LINK) === 0 && links.length > 0 ? chance.pick(links).code : undefined
}

/** Visits by the links in the last weeks. The door writes them past the verbs, and so does this; played again they are the same. */
export async function visitDemoLinks({ admin, coalition }: DemoCoalition): Promise<void> {
  const { id: coalitionId } = coalition
  const known = await admin.store.prisma.link.findMany({ where: { coalitionId } })
  const clicks = LINKS.flatMap(({ code, clicks: people, source }) => {
    const linkId = known.find((link) => link.code === code)?.id
    if (linkId === undefined) return []
    const chance = seededRandom(`clicks of ${code}`)
    return Array.from({ length: people + Math.ceil(people / 5) }, (_, at): NewClick => {
      const isHuman = at < people
      const hash = createHash('sha256').update(`${coalitionId} ${code} ${at}`).digest('hex')
      return {
        ...{
          coalitionId,
          linkId,
          id: uuidOf(hash),
          visitor: hash.slice(32),
          kind: isHuman ? 'HUMAN' : 'BOT',
        },
        ...{ userAgent: isHuman ? PHONE : ROBOT, referrerHost: null },
        utm: JSON.stringify({ source, medium: 'paper' }),
        ageMs: chance.between(1, CLICKED_DAYS) * DAY_MS + chance.below(DAY_MS / 2),
      }
    })
  })
  await addClicks(admin.store, clicks)
}

const uuidOf = (hash: string): string =>
  `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
