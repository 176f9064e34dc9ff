/** Which member a call is about. */
export interface OfMember {
  /**
   * For administrators, whose key belongs to no member.
   *
   * @defaultValue your own member
   */
  readonly memberId?: string | undefined
}
