/** The oldest Node.js releases that everything here runs on: `^20.19 || >=22.12`. */
const oldest = { 20: 19, 22: 12 }

/**
 * Says in one line when this Node.js is too old, before anything else is tried.
 * @param {string} version such as "20.20.2"
 * @returns {string | undefined} what to do, or undefined when the version is fine
 */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fine = major > 22 || minor >= (oldest[/** @type {20 | 22} */ (major)] ?? Number.POSITIVE_INFINITY)
  if (fine) return undefined
  return `Artel needs Node.js 20.19+ or 22.12+; this is ${version}. Install a current release from https://nodejs.org and try again.`
}
