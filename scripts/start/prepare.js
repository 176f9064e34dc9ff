import { buildPackages } from './build-packages.js'
import { installPackages, packagesAreStale } from './install-packages.js'
import { CommandFailed } from './run-quietly.js'
import { showStep } from './show-step.js'

const words = {
  en: { install: 'Installing packages', build: 'Building' },
  ru: { install: 'Ставим пакеты', build: 'Собираем' },
}

/**
 * Brings a checkout to where its TypeScript can run: packages installed, the database client generated, the SDK, the
 * widget and the pages built. Nothing is done twice. Prints the failed command's output and ends the process on failure.
 * @param {'ru' | 'en'} language
 * @returns {Promise<void>}
 */
export async function prepare(language) {
  const say = words[language]
  try {
    if (packagesAreStale()) await showStep(say.install, () => installPackages())
    await showStep(say.build, buildPackages)
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    process.stderr.write(`\n${error.output.trimEnd()}\n\n${error.message}\n`)
    process.exit(1)
  }
}
