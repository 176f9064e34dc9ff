import { type Minor, minor } from '@artel/ledger'
import type { AdmitMemberInput } from '@artel/use-cases'

/** Which of the demo's three businesses: the names that the rest of the seed uses. */
export type MemberHandle = 'motor-yard' | 'blesk' | 'kolenval'

/** One of the demo's businesses and how its trade goes. */
export interface DemoMember {
  readonly handle: MemberHandle
  readonly name: string
  readonly kind: AdmitMemberInput['kind']
  readonly segment: AdmitMemberInput['segment']
  readonly percentBps: number
  readonly brandColor: string
  readonly acceptedBy: string
  /** First letters of its receipts. */
  readonly receiptPrefix: string
  /** Sales on an average day. */
  readonly salesPerDay: number
  /** Per cent of an average day, Monday first. */
  readonly weekdays: readonly number[]
  /** Per cent of an average month, January first. */
  readonly months: readonly number[]
  /** How likely a sale is in each opening hour; the key is the hour, local time. */
  readonly hours: Readonly<Record<number, number>>
  readonly goods: readonly Goods[]
  /** Most lines on one bill. */
  readonly maxLines: number
}

/** Something it sells. Prices in whole roubles, rounded to `step`. */
export interface Goods {
  readonly title: string
  /** Its slash path in the coalition's categories. */
  readonly category: string
  /** The shop's article number; works have none. */
  readonly sku?: string
  readonly low: number
  readonly high: number
  readonly step: number
  readonly weight: number
}

const goods = (category: string, title: string, ...price: [number, number, number, number]): Goods => {
  const [low, high, step, weight] = price
  return { title, category, low, high, step, weight }
}

/** Something with an article number. */
const part = (sku: string, ...sold: Parameters<typeof goods>): Goods => ({ ...goods(...sold), sku })

/** An auto service: working days, tyre seasons in April and from October, large bills. */
const motorYard: DemoMember = {
  handle: 'motor-yard',
  name: 'Моторный двор',
  kind: 'AUTO_SERVICE',
  segment: 'MEDIUM',
  percentBps: 500,
  brandColor: '#b4531f',
  acceptedBy: 'Игорь Савельев, управляющий',
  receiptPrefix: 'MD',
  salesPerDay: 5.2,
  weekdays: [125, 115, 115, 115, 130, 85, 15],
  months: [70, 75, 105, 150, 105, 90, 85, 85, 95, 140, 125, 75],
  hours: { 9: 6, 10: 9, 11: 9, 12: 7, 13: 4, 14: 6, 15: 7, 16: 8, 17: 10, 18: 8 },
  maxLines: 4,
  goods: [
    goods('service/oil', 'Замена масла и фильтра', 1200, 1900, 50, 18),
    goods('service/diagnostics/suspension', 'Диагностика подвески', 800, 1500, 100, 14),
    goods('service/brakes', 'Замена тормозных колодок', 1500, 2800, 100, 12),
    goods('service/suspension', 'Развал-схождение', 1800, 2600, 100, 9),
    goods('service/tyres', 'Шиномонтаж, 4 колеса', 2000, 3600, 100, 14),
    goods('service/diagnostics/engine', 'Компьютерная диагностика', 1000, 1800, 100, 8),
    goods('service/engine', 'Замена ремня ГРМ', 6500, 11_000, 250, 4),
    goods('service/steering', 'Ремонт рулевой рейки', 7000, 14_000, 500, 2),
    goods('service/suspension', 'Замена амортизаторов', 4800, 8800, 200, 4),
    goods('service/climate', 'Заправка кондиционера', 1900, 2900, 100, 4),
    goods('service/engine', 'Замена свечей', 700, 1400, 100, 6),
    goods('service/body', 'Мелкий кузовной ремонт', 5000, 19_000, 500, 2),
  ],
}

/** A car wash: every day, best before the weekend, best in the muddy months. */
const blesk: DemoMember = {
  handle: 'blesk',
  name: 'Блеск',
  kind: 'CAR_WASH',
  segment: 'SMALL',
  percentBps: 300,
  brandColor: '#0f6f8f',
  acceptedBy: 'Лариса Ершова, владелица',
  receiptPrefix: 'BL',
  salesPerDay: 17.5,
  weekdays: [75, 75, 85, 95, 125, 140, 105],
  months: [75, 85, 135, 130, 110, 95, 90, 90, 100, 120, 100, 70],
  hours: {
    8: 4,
    9: 6,
    10: 9,
    11: 10,
    12: 9,
    13: 7,
    14: 7,
    15: 7,
    16: 8,
    17: 10,
    18: 11,
    19: 8,
    20: 5,
    21: 3,
  },
  maxLines: 2,
  goods: [
    goods('wash/body', 'Экспресс-мойка', 400, 600, 50, 30),
    goods('wash/full', 'Комплексная мойка', 900, 1500, 50, 38),
    goods('wash/interior', 'Уборка салона', 500, 900, 50, 18),
    goods('wash/engine', 'Мойка двигателя', 800, 1300, 100, 3),
    goods('care/polish', 'Полировка кузова', 4500, 9000, 500, 2),
    goods('care/interior', 'Химчистка салона', 4000, 7500, 500, 2),
    goods('wash/pass', 'Абонемент на 10 моек', 7500, 9900, 100, 3),
    goods('care/tyres', 'Чернение шин', 150, 300, 50, 10),
  ],
}

/** A parts shop: follows the repairs, busy on Saturdays, open late on working days. */
const kolenval: DemoMember = {
  handle: 'kolenval',
  name: 'Коленвал',
  kind: 'PARTS_SHOP',
  segment: 'SMALL',
  percentBps: 400,
  brandColor: '#2f4f9f',
  acceptedBy: 'Тимур Ушаков, директор',
  receiptPrefix: 'KV',
  salesPerDay: 7.3,
  weekdays: [95, 95, 95, 95, 110, 140, 70],
  months: [75, 80, 110, 135, 110, 100, 95, 90, 95, 130, 110, 80],
  hours: { 9: 4, 10: 7, 11: 9, 12: 9, 13: 7, 14: 7, 15: 8, 16: 8, 17: 10, 18: 10, 19: 6 },
  maxLines: 4,
  goods: [
    part('MO-5304', 'parts/oil', 'Моторное масло 5W-30, 4 л', 2400, 4600, 10, 18),
    part('FM-2108', 'parts/filters/oil', 'Фильтр масляный', 390, 990, 10, 16),
    part('FV-0917', 'parts/filters/air', 'Фильтр воздушный', 450, 1350, 10, 12),
    part('KT-1164', 'parts/brakes', 'Колодки тормозные, передние', 1900, 4900, 10, 11),
    part('DT-2801', 'parts/brakes', 'Диск тормозной', 2700, 6200, 10, 6),
    part('AK-0060', 'parts/electrics', 'Аккумулятор 60 А·ч', 6400, 10_900, 10, 5),
    part('SC-0550', 'parts/wipers', 'Щётки стеклоочистителя', 700, 2100, 10, 12),
    part('AF-0005', 'parts/fluids', 'Антифриз, 5 л', 900, 1800, 10, 9),
    part('NZ-0005', 'parts/fluids', 'Незамерзайка, 5 л', 190, 450, 10, 14),
    part('LH-0007', 'parts/electrics', 'Лампа H7', 300, 900, 10, 10),
    part('AM-4402', 'parts/suspension', 'Амортизатор', 3500, 8200, 10, 4),
    part('RG-5580', 'parts/engine', 'Ремкомплект ГРМ', 5200, 11_800, 10, 3),
  ],
}

export const demoMembers: readonly DemoMember[] = [motorYard, blesk, kolenval]

/** Whole roubles as the minor units that bills are in. */
export const roubles = (whole: number): Minor => minor(BigInt(whole) * 100n)

/** What a line of a bill says of goods besides the price. */
export const whatItIs = ({ title, category, sku }: Goods) => ({
  title,
  category,
  ...(sku !== undefined && { sku }),
})
