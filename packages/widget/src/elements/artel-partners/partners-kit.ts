import type { WidgetPartnersQuery } from '../../generated/graphql.ts'
import { partnersDocument } from '../../generated/partners-document.ts'
import type { ListKit } from '../artel-element/list-kit.ts'

type Partner = NonNullable<WidgetPartnersQuery['partners']>['nodes'][number]

/** How `<artel-partners>` reads and looks. */
export const listKit: ListKit<Partner> = {
  words: {
    title: ['Partners', 'Партнёры'],
    none: ['No partners yet', 'Партнёров пока нет'],
    more: ['Show all', 'Показать все'],
    loading: ['Loading the partners', 'Загружаем партнёров'],
    signedOutTitle: ['Sign in to see the partners', 'Войдите, чтобы увидеть партнёров'],
    errorTitle: ['Partners did not load', 'Не удалось загрузить партнёров'],
    errorText: ['Please try again.', 'Попробуйте ещё раз.'],
    AUTO_SERVICE: ['Auto service', 'Автосервис'],
    CAR_WASH: ['Car wash', 'Автомойка'],
    PARTS_SHOP: ['Parts shop', 'Магазин запчастей'],
    TYRE: ['Tyres', 'Шины'],
    INSURANCE: ['Insurance', 'Страхование'],
    CLUB: ['Club', 'Клуб'],
    CAFE: ['Cafe', 'Кафе'],
    OTHER: ['Partner', 'Партнёр'],
  },
  styles: `:host{container-type:inline-size;min-width:240px;max-width:560px}
ul{list-style:none}li{display:flex;gap:12px;padding-block:14px}li+li{border-top:1px solid var(--_line)}li:last-child{padding-bottom:2px}
.mark{--_on-fill:color(from var(--_fill) srgb-linear var(--_on) var(--_on) var(--_on));display:grid;place-items:center;width:40px;height:40px;border-radius:12px;background:var(--_fill);color:var(--_on-fill);font-weight:700;overflow:hidden;flex:none}
.mark>*{grid-area:1/1}.mark img{width:100%;height:100%;object-fit:cover}.skeleton .mark{border-radius:12px}
li .grow{display:grid;gap:2px}.names{display:flex;flex-wrap:wrap;gap:0 8px;align-items:baseline}
[part=site]{display:inline-flex;align-items:center;min-height:44px;margin-block:-6px -10px;color:var(--_ink);overflow-wrap:anywhere;width:max-content;max-width:100%}
.none{padding-block:12px 4px}[part=more]{margin-top:8px}
.skeleton [data-value]{display:inline-block;max-width:100%}
@media(forced-colors:active){.mark{border:1px solid CanvasText}}`,
  blank: {
    member: { id: '', name: 'Xxxxxxxxxx', kind: 'OTHER', brandColor: null, brandLogoUrl: null },
    ...{ site: null, earns: 'Xxxxxxx xxxxx xxxxxxxx', takes: 'Xxxxxxx xxxx xx xxxx' },
  },
  async read({ session, member }, first, language) {
    const memberId = member || undefined
    const answer = await session?.asAnyone?.(memberId, (client) =>
      client.query(partnersDocument, { memberId, first, language }),
    )
    const page = answer?.partners
    if (!page) throw new Error(`There is no active member ${memberId}.`)
    return { rows: page.nodes, hasMore: page.pageInfo.hasNextPage }
  },
  samples,
  row: ({ member, site, earns, takes }, at, { html, host, say }) => {
    const address = https(site)
    const picture = https(member.brandLogoUrl)
    const name = host.named(member.name)
    return html`<span class="mark" part="logo" data-row=${at} data-value aria-hidden="true"><span>${[...name][0]}</span>${
      picture
        ? html`<img src=${picture.href} alt="" width="40" height="40" referrerpolicy="no-referrer" @error=${hide} />`
        : ''
    }</span>
      <div class="grow">
        <p class="names"><span class="strong" data-value>${name}</span> <span class="fine" data-value>${say(member.kind in listKit.words ? member.kind : 'OTHER')}</span></p>
        <p class="small"><span data-value>${earns}</span></p>
        <p class="small muted"><span data-value>${takes}</span></p>
        ${address ? html`<a class="small" part="site" href=${address.href} aria-label=${`${name}: ${address.host}`}>${address.host}</a>` : ''}
      </div>`
  },
  /** Each mark in its member's colour. A colour from data is `#rrggbb` or none. */
  colours: (rows) =>
    rows
      .map(({ member: { brandColor } }, at) =>
        brandColor && /^#[0-9a-f]{6}$/i.test(brandColor) ? `[data-row="${at}"]{--_fill:${brandColor}}` : '',
      )
      .join(''),
}

/** An address from data: https only. */
const https = (value: string | null): URL | undefined => {
  const url = value && URL.canParse(value) ? new URL(value) : undefined
  return url?.protocol === 'https:' ? url : undefined
}

/** What a page's policy refuses is no picture: the letter behind it is seen. */
const hide = ({ target }: Event): void => {
  ;(target as HTMLElement).hidden = true
}

/** Sample data, which sends nothing. */
function samples(at: 0 | 1): Partner[] {
  const partner = (
    [id, kind, brandColor]: readonly [string, Partner['member']['kind'], string],
    names: readonly [string, string],
    share: number,
  ): Partner => ({
    member: { id, kind, brandColor, name: names[at], brandLogoUrl: null },
    site: `https://${id}.example/`,
    earns: at
      ? `${share}\u00a0% от оплаты возвращается баллами`
      : `${share}\u00a0% of what you pay comes back in points`,
    takes: at ? 'Баллами можно оплатить до 50\u00a0% чека' : 'Points pay up to 50\u00a0% of a bill',
  })
  return [
    partner(['motor-yard', 'AUTO_SERVICE', '#b4531f'], ['Motor Yard', 'Моторный двор'], 5),
    partner(['blesk', 'CAR_WASH', '#0f6f8f'], ['Blesk', 'Блеск'], 3),
    partner(['kolenval', 'PARTS_SHOP', '#2f4f9f'], ['Kolenval', 'Коленвал'], 4),
  ]
}
