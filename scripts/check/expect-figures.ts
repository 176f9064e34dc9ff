/** Fails with both sides when what was read differs from what was worked out by hand. */
export function expectFigures(
  what: string,
  read: Readonly<Record<string, string>>,
  worked: Readonly<Record<string, string>>,
): void {
  const wrong = Object.keys(worked).filter((name) => read[name] !== worked[name])
  if (wrong.length === 0) return
  const lines = wrong.map((name) => `${name} is ${read[name]}, should be ${worked[name]}`)
  throw new Error(`${what}: ${lines.join('; ')}`)
}
