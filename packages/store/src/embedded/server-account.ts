import { execFileSync } from 'node:child_process'

/** How to start the server programs: PostgreSQL refuses to run as root, so root starts them as somebody else. */
export interface ServerAccount {
  /** Owner that the data directory must have; undefined when we are not root. */
  readonly owner?: { readonly uid: number; readonly gid: number }
  command(
    program: string,
    args: readonly string[],
  ): { file: string; args: string[]; uid?: number; gid?: number }
}

function idOf(flag: '-u' | '-g', user: string): number | undefined {
  try {
    return Number.parseInt(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: 'pipe' }), 10)
  } catch {
    return undefined
  }
}

/**
 * `setpriv` lets the unprivileged user keep one capability: to enter directories that belong to root, such as a
 * clone under /root. Without it (macOS, a container that dropped the capability) plain uid and gid must do.
 */
function canKeepAccess(uid: number, gid: number): boolean {
  try {
    execFileSync('setpriv', [...keepAccess(uid, gid), 'true'], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}

const keepAccess = (uid: number, gid: number): string[] => [
  `--reuid=${uid}`,
  `--regid=${gid}`,
  '--clear-groups',
  // initdb asks access(2) whether it may run postgres, which else leaves capabilities out of account.
  '--securebits=+no_setuid_fixup',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
]

/** The account for the server: ourselves, or for root the user `postgres`, else `nobody`. Creates no user. */
export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return { command: (file, args) => ({ file, args: [...args] }) }
  const user = ['postgres', 'nobody'].find((name) => idOf('-u', name) !== undefined) ?? 'nobody'
  const uid = idOf('-u', user) ?? 65_534
  const gid = idOf('-g', user) ?? 65_534
  const owner = { uid, gid }
  if (!canKeepAccess(uid, gid))
    return { owner, command: (file, args) => ({ file, args: [...args], uid, gid }) }
  return {
    owner,
    command: (program, args) => ({ file: 'setpriv', args: [...keepAccess(uid, gid), program, ...args] }),
  }
}
