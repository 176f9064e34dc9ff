/** A ratio of two rows of the same round, and what it is to be. */
export interface Aim {
  readonly name: string
  readonly of: string
  readonly to: string
  readonly figure: 'perSecond' | 'p99Ms'
  /** Met when the ratio is at least that, or with `atMost` at most that. */
  readonly bar: number
  readonly atMost?: true
  /** What we would like. */
  readonly goal?: number
}

/** The table of what is promised. */
export const AIMS: readonly Aim[] = [
  {
    name: 'purchaseRecord / empty mutation',
    of: 'purchaseRecord',
    to: 'emptyMutation',
    figure: 'perSecond',
    bar: 0.6,
    goal: 0.8,
  },
  {
    name: 'purchaseRecord / interactive transaction',
    of: 'purchaseRecord',
    to: 'interactiveTransaction',
    figure: 'perSecond',
    bar: 5,
  },
  {
    name: 'purchaseRecord with 50 running rules / without',
    of: 'purchaseUnderRules',
    to: 'purchaseRecord',
    figure: 'perSecond',
    bar: 0.8,
  },
  {
    name: 'redemption over 12 lots / empty mutation',
    of: 'redemption',
    to: 'emptyMutation',
    figure: 'perSecond',
    bar: 0.5,
    goal: 0.8,
  },
  { name: 'balance / empty query', of: 'balance', to: 'emptyQuery', figure: 'perSecond', bar: 0.7 },
  {
    name: 'store port, uniform / single-row commits',
    of: 'portUniform',
    to: 'singleRowCommit',
    figure: 'perSecond',
    bar: 1,
  },
  {
    name: 'store port, one hot customer / single-row commits',
    of: 'portHotCustomer',
    to: 'singleRowCommit',
    figure: 'perSecond',
    bar: 1,
  },
  {
    name: 'p99 of purchaseRecord in the large database / in the small one',
    of: 'growthLarge',
    to: 'growthSmall',
    figure: 'p99Ms',
    bar: 1.5,
    atMost: true,
  },
  {
    name: 'one scan of the transfers / settling them',
    of: 'groupByScan',
    to: 'settlement',
    figure: 'perSecond',
    bar: 10,
    atMost: true,
  },
  {
    name: 'an entry settled among many / among few, in time',
    of: 'settlementSmall',
    to: 'settlement',
    figure: 'perSecond',
    bar: 1.5,
    atMost: true,
  },
  {
    name: 'a visit by a link / an empty server',
    of: 'redirect',
    to: 'bareServer',
    figure: 'perSecond',
    bar: 0.5,
  },
  {
    name: 'importing sales, whole / COPY of the rows that it wrote',
    of: 'importWhole',
    to: 'copyRows',
    figure: 'perSecond',
    bar: 0.33,
  },
  {
    name: 'the recording of an import alone / the same',
    of: 'importRecord',
    to: 'copyRows',
    figure: 'perSecond',
    bar: 0.33,
  },
]
