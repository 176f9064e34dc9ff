import type { TemplateResult } from 'lit'
import type { WidgetOffersQuery } from '../../generated/graphql.ts'
import { offersDocument } from '../../generated/offers-document.ts'
import type { ListKit } from '../artel-element/list-kit.ts'
import type { PartTools } from '../artel-element/part-kit.ts'

type Offer = NonNullable<WidgetOffersQuery['offers']>['nodes'][number]

/** How `<artel-offers>` reads and looks. */
export const listKit: ListKit<Offer> = {
  words: {
    title: ['Offers of partners', 'Предложения партнёров'],
    none: ['No offers at the moment', 'Сейчас предложений нет'],
    ofAll: ['All partners', 'Все партнёры'],
    leads: ['the voucher is taken at', 'купон принимает'],
    until: ['until {date}', 'до {date}'],
    more: ['Show all', 'Показать все'],
    loading: ['Loading the offers', 'Загружаем предложения'],
    signedOutTitle: ['Sign in to see offers', 'Войдите, чтобы увидеть предложения'],
    signedOutText: ['Partners have some for you.', 'У партнёров есть для вас кое-что.'],
    errorTitle: ['Offers did not load', 'Не удалось загрузить предложения'],
    errorText: ['Please try again.', 'Попробуйте ещё раз.'],
  },
  styles: `:host{container-type:inline-size;min-width:240px;max-width:560px}
ul{list-style:none}li{display:flex;gap:12px;padding-block:14px}li+li{border-top:1px solid var(--_line)}li:last-child{padding-bottom:2px}
.dot{display:grid;place-items:center;width:36px;height:36px;border-radius:50%;background:var(--_tint);color:var(--_ink);flex:none}
.dot svg{width:18px;height:18px}li .grow{display:grid;gap:2px}
[part=way]{margin-top:2px}[part=way] i{font-style:normal;color:var(--_ink)}
.none{padding-block:12px 4px}[part=more]{margin-top:8px}
.skeleton [data-value]{display:inline-block;max-width:100%}.skeleton .dot{border-radius:50%}
@media(forced-colors:active){.dot{border:1px solid CanvasText}}`,
  blank: {
    ...{ id: '', name: 'Xxxxxxxx xxxxxxx', lastDay: null, takenAt: [], member: { name: 'Xxxxxxxxx' } },
    sentence: 'Xxxxxxxx xxx xxxxxxxx xxxxxxxx xxxxxxxxx xxxxxxxx',
  },
  async read({ session, member }, first, language) {
    const memberId = member || undefined
    const answer = await session?.asAnyone?.(memberId, (client) =>
      client.query(offersDocument, { memberId, first, language }),
    )
    const page = answer?.offers
    if (!page) throw new Error(`There is no active member ${memberId}.`)
    return { rows: page.nodes, hasMore: page.pageInfo.hasNextPage }
  },
  samples,
  row: (offer, _at, by) => {
    const { html, icon } = by
    return html`<span class="dot" data-value>${icon(offer.takenAt.length > 0 ? 'empty' : 'plus')}</span>
      <div class="grow">
        <p class="strong"><span data-value>${offer.name}</span></p>
        <p class="small"><span data-value>${offer.sentence}</span></p>
        <p class="fine" part="way"><span data-value>${wayOf(offer, by)}</span></p>
      </div>`
  },
}

/** Whose it is, where its voucher leads, and until when. */
function wayOf({ member, takenAt, lastDay }: Offer, { html, say, host }: PartTools): TemplateResult {
  const from = member ? host.named(member.name) : say('ofAll')
  const to = takenAt.map(({ name }) => host.named(name)).join(', ')
  const until = lastDay ? `, ${say('until', { date: dayOf(lastDay, host.speech.locale) })}` : ''
  return to === ''
    ? html`${from}${until}`
    : html`${from} <i aria-hidden="true">→</i> <span class="sr">${say('leads')}</span> ${to}${until}`
}

/** A day of the calendar, with its year where that is another one. */
function dayOf(day: string, locale: string): string {
  const year = day.startsWith(`${new Date().getFullYear()}`) ? undefined : 'numeric'
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year, timeZone: 'UTC' })
  return format.format(new Date(day)).replaceAll(' ', '\u00a0')
}

const dayMs = 86_400_000

function samples(at: 0 | 1): Offer[] {
  const offer = (id: string, [name, sentence]: readonly [string, string], rest: Partial<Offer>): Offer => ({
    ...{ id, name, sentence, lastDay: null, takenAt: [], member: null },
    ...rest,
  })
  const by = (names: readonly [string, string]) => ({ name: names[at] })
  const [service, wash] = [by(['Motor Yard', 'Моторный двор']), by(['Blesk', 'Блеск'])]
  const lastDay = new Date(Date.now() + 40 * dayMs).toISOString().slice(0, 10)
  return [
    offer(
      'rul_1',
      at
        ? [
            'Мойка после ремонта',
            'За работы по климату: купон на 14 дней: скидка 20\u00a0%, не больше 300\u00a0₽',
          ]
        : [
            'A wash after the repair',
            'For climate works: a voucher for 14 days: 20\u00a0% off, at most ₽300',
          ],
      { member: service, takenAt: [wash], lastDay },
    ),
    offer(
      'rul_2',
      at
        ? ['Счастливые часы', 'По вторникам и средам с 10:00 до 14:00: 5\u00a0% баллами']
        : ['Happy hours', 'On Tuesdays and Wednesdays from 10:00 to 14:00: 5\u00a0% in points'],
      { member: wash },
    ),
    offer(
      'rul_3',
      at
        ? ['С днём рождения', 'В день рождения: 200\u00a0баллов, раз в год']
        : ['Happy birthday', 'On a birthday: 200\u00a0points, once a year'],
      {},
    ),
  ]
}
