import type { MemberHandle } from '@artel/cli'

/** One of the partner sites and where it stands. */
export interface DemoSite {
  readonly member: MemberHandle
  readonly folder: string
  /** Its port is the API's plus this, unless free ports are asked for. */
  readonly portOffset: number
  readonly name: { readonly en: string; readonly ru: string }
}

export const demoSites: readonly DemoSite[] = [
  {
    member: 'motor-yard',
    folder: 'examples/auto-service',
    portOffset: 1,
    name: { en: 'Motor Yard, auto service', ru: '«Моторный двор», автосервис' },
  },
  {
    member: 'blesk',
    folder: 'examples/car-wash',
    portOffset: 2,
    name: { en: 'Blesk, car wash', ru: '«Блеск», мойка' },
  },
  {
    member: 'kolenval',
    folder: 'examples/parts-shop',
    portOffset: 3,
    name: { en: 'Kolenval, parts shop', ru: '«Коленвал», запчасти' },
  },
]
