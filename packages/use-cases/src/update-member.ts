import type { Member } from '@artel/store/prisma'
import type { EarnRuleInput } from './admit-member.ts'
import type { Context } from './principal.ts'

/** Fields left out stay as they are; null clears a colour or logo. */
export interface UpdateMemberInput {
  /** Administrators name the member; a member updates itself. */
  readonly memberId?: string | null
  readonly name?: string | null
  readonly earnRule?: EarnRuleInput | null
  readonly allowedOrigins?: readonly string[] | null
  readonly brandColor?: string | null
  readonly brandLogoUrl?: string | null
}

/** Changes a member's name, branding, origins, or gives it a new version of its earn rule. */
export async function updateMember(
  context: Context,
  input: UpdateMemberInput,
): Promise<{ readonly member: Member }> {
  throw new Error('updateMember is not built yet', { cause: [context, input] })
}
