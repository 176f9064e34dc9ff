/** What the workshop does and for how much, in kopecks. The only place that prices come from; `spot` is the number on the drawing. */
export const priceList = [
  {
    ref: 'oil',
    category: 'service/oil',
    spot: 1,
    priceMinor: 320_000n,
    hours: 1,
    ru: 'Масло и масляный фильтр',
    en: 'Oil and oil filter',
  },
  {
    ref: 'brakes',
    category: 'service/brakes',
    spot: 2,
    priceMinor: 540_000n,
    hours: 2,
    ru: 'Передние колодки с установкой',
    en: 'Front brake pads, fitted',
  },
  {
    ref: 'arm',
    category: 'service/suspension',
    spot: 3,
    priceMinor: 890_000n,
    hours: 4,
    ru: 'Рычаг подвески с заменой',
    en: 'Control arm, replaced',
  },
  {
    ref: 'diagnostics',
    category: 'service/diagnostics',
    spot: 4,
    priceMinor: 180_000n,
    hours: 1,
    ru: 'Диагностика двигателя',
    en: 'Engine diagnostics',
  },
  {
    ref: 'alignment',
    category: 'service/suspension',
    spot: 5,
    priceMinor: 260_000n,
    hours: 1,
    ru: 'Развал-схождение',
    en: 'Wheel alignment',
  },
  {
    ref: 'exhaust',
    category: 'service/exhaust',
    spot: 6,
    priceMinor: 430_000n,
    hours: 3,
    ru: 'Ремонт глушителя',
    en: 'Exhaust repair',
  },
]

/** Small works that a mechanic finds once the car is up. */
export const foundInWork = [
  {
    ref: 'brake-fluid',
    category: 'service/brakes',
    priceMinor: 150_000n,
    ru: 'Замена тормозной жидкости',
    en: 'Brake fluid change',
  },
  {
    ref: 'bolt',
    category: 'service/other',
    priceMinor: 60_000n,
    ru: 'Прикипевший болт: высверлить',
    en: 'Seized bolt drilled out',
  },
  {
    ref: 'bulb',
    category: 'service/electrics',
    priceMinor: 45_000n,
    ru: 'Лампа ближнего света',
    en: 'Dipped-beam bulb',
  },
]

const byRef = new Map([...priceList, ...foundInWork].map((work) => [work.ref, work]))

/** The works of these refs, in the price list's order; unknown refs are dropped. */
export const worksOf = (refs) => [...byRef.values()].filter((work) => refs.includes(work.ref))
/** Sum in kopecks. */
export const totalMinor = (refs) => worksOf(refs).reduce((sum, work) => sum + work.priceMinor, 0n)
