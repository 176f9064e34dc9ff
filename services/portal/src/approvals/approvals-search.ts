/** What may wait for somebody's yes. */
export const APPROVAL_KINDS = ['adjustments', 'sales', 'plans', 'terms', 'rules'] as const
export type ApprovalKind = (typeof APPROVAL_KINDS)[number]

/** Which kind is asked for, as it stands in the address; all of them where none is. */
export function readApprovalsSearch({ kind }: Record<string, unknown>): { readonly kind?: ApprovalKind } {
  const known = APPROVAL_KINDS.find((one) => one === kind)
  return known ? { kind: known } : {}
}
