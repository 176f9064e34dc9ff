/** What a member that leaves has yet to bring before it can close. */
export type ExitStep =
  | 'NOTICE'
  | 'REDEMPTION_WINDOW'
  | 'OPEN_HOLDS'
  | 'POINTS_TO_EXPIRE'
  | 'FINAL_ESTIMATE'
  | 'GUARANTEE'
