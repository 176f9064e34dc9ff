/** A code that went to the customer. */
export interface SentCode {
  readonly id: string
  /** Where it went, masked. */
  readonly address: string
  /** The most points that it is good for. */
  readonly points: string
}

/** Whether a code that was sent covers so many points: for more the customer has agreed to nothing. */
export const isEnough = ({ points: agreed }: Pick<SentCode, 'points'>, points: string): boolean =>
  BigInt(points) <= BigInt(agreed)
