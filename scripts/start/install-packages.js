import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from './repository-root.js'
import { runQuietly } from './run-quietly.js'

const stampPath = join(repositoryRoot, 'node_modules', '.artel-installed')

/** Of what an install depends on: the lockfile, the workspace file and the platform that binaries are for. */
function wantedStamp() {
  const hash = createHash('sha256')
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']) {
    hash.update(readFileSync(join(repositoryRoot, name)))
  }
  return `${hash.digest('hex')} ${process.platform}-${process.arch}`
}

/**
 * Whether node_modules lacks, or was made from another lockfile.
 * @returns {boolean}
 */
export function packagesAreStale() {
  return !existsSync(stampPath) || readFileSync(stampPath, 'utf8') !== wantedStamp()
}

/** The exact pnpm that package.json pins, such as "12.21.0". */
function pinnedPnpm() {
  const manifest = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'))
  return String(manifest.packageManager).replace('pnpm@', '')
}

/** The pinned pnpm when an earlier install has left it in node_modules: it needs no network to be found. */
function installedPnpm() {
  const manifest = join(repositoryRoot, 'node_modules', 'pnpm', 'package.json')
  if (!existsSync(manifest)) return undefined
  const version = JSON.parse(readFileSync(manifest, 'utf8')).version
  return version === pinnedPnpm() ? join(repositoryRoot, 'node_modules', '.bin', 'pnpm') : undefined
}

/**
 * Installs exactly what the lockfile says. Node.js and npm are all that has to be there before: pnpm itself comes
 * through npx at the pinned version. Fails with pnpm's own output.
 * @returns {Promise<void>}
 */
export async function installPackages() {
  const pnpm = installedPnpm()
  const install = ['install', '--frozen-lockfile', '--prefer-offline']
  // CI=true: pnpm must never stop to ask; the npm_config lines: npx takes a pnpm it has seen before without a look-up.
  const env = {
    ...process.env,
    CI: 'true',
    npm_config_prefer_offline: 'true',
    npm_config_update_notifier: 'false',
  }
  if (pnpm) await runQuietly(pnpm, install, { cwd: repositoryRoot, env })
  else {
    await runQuietly('npx', ['--yes', `pnpm@${pinnedPnpm()}`, ...install], { cwd: repositoryRoot, env })
  }
  writeFileSync(stampPath, wantedStamp())
}
