/** What the shop sells and for how much, in kopecks. The only place that prices come from. */
export const catalogue = [
  {
    sku: 'MF-2140',
    drawing: 'filter',
    category: 'engine',
    priceMinor: 69_000n,
    ru: 'Фильтр масляный',
    en: 'Oil filter',
  },
  {
    sku: 'SP-0731',
    drawing: 'plug',
    category: 'engine',
    priceMinor: 196_000n,
    ru: 'Свечи зажигания, 4 шт.',
    en: 'Spark plugs, set of 4',
  },
  {
    sku: 'TB-5580',
    drawing: 'belt',
    category: 'engine',
    priceMinor: 548_000n,
    ru: 'Ремень ГРМ с роликом',
    en: 'Timing belt with tensioner',
  },
  {
    sku: 'PN-0861',
    drawing: 'piston',
    category: 'engine',
    priceMinor: 630_000n,
    ru: 'Поршень с кольцами',
    en: 'Piston with rings',
  },
  {
    sku: 'BD-2801',
    drawing: 'disc',
    category: 'brakes',
    priceMinor: 375_000n,
    ru: 'Диск тормозной',
    en: 'Brake disc',
  },
  {
    sku: 'BP-1164',
    drawing: 'pads',
    category: 'brakes',
    priceMinor: 234_000n,
    ru: 'Колодки тормозные',
    en: 'Brake pads',
  },
  {
    sku: 'SH-4402',
    drawing: 'shock',
    category: 'suspension',
    priceMinor: 489_000n,
    ru: 'Амортизатор',
    en: 'Shock absorber',
  },
  {
    sku: 'HB-3011',
    drawing: 'bearing',
    category: 'suspension',
    priceMinor: 215_000n,
    ru: 'Подшипник ступицы',
    en: 'Wheel bearing',
  },
  {
    sku: 'LB-0055',
    drawing: 'bulb',
    category: 'electrics',
    priceMinor: 42_000n,
    ru: 'Лампа H7',
    en: 'H7 bulb',
  },
]

const bySku = new Map(catalogue.map((part) => [part.sku, part]))
const mostOfOne = 20

/** What an article is in the words that the coalition's members share: a path, the shop's own shelf last. */
export const categoryOf = (sku) => `parts/${bySku.get(sku)?.category ?? 'other'}`

/**
 * The lines of an order, priced by the catalogue: of the visitor's cart only the articles and the quantities are taken.
 * Undefined when the cart is empty, names an unknown article, or a quantity is not 1 to 20.
 */
export function pricedLines(cart, lang) {
  if (!Array.isArray(cart) || cart.length === 0 || cart.length > catalogue.length) return undefined
  const lines = cart.map(({ sku, quantity }) => {
    const part = bySku.get(sku)
    if (!part || !Number.isInteger(quantity) || quantity < 1 || quantity > mostOfOne) return undefined
    return { sku, quantity, title: part[lang], totalMinor: String(part.priceMinor * BigInt(quantity)) }
  })
  const isWhole = lines.every(Boolean) && new Set(cart.map(({ sku }) => sku)).size === cart.length
  return isWhole ? lines : undefined
}
