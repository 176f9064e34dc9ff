import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { prepare } from './start/prepare.js'
import { repositoryRoot } from './start/repository-root.js'

// Lays the npm tarballs of the SDK and the widget, which their build makes, where they are easily found.
await prepare('en')
const built = join(repositoryRoot, 'packages', 'widget', 'dist', 'packages')
const target = join(repositoryRoot, 'dist')
mkdirSync(target, { recursive: true })
for (const name of ['artel-sdk.tgz', 'artel-widget.tgz']) {
  cpSync(join(built, name), join(target, name))
  console.log(`dist/${name}`)
}
