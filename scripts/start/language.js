/**
 * The language that the terminal asks for, in the order in which POSIX reads it.
 * @param {NodeJS.ProcessEnv} env
 * @returns {'ru' | 'en'}
 */
export function terminalLanguage(env) {
  const asked = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return asked.toLowerCase().startsWith('ru') ? 'ru' : 'en'
}
