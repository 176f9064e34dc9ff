/** A preload: the process believes that it is an hour later than it is, or earlier with `?behind` in its address. */
const shiftMs = import.meta.url.includes('behind') ? -3_600_000 : 3_600_000
const RealDate = Date
const now = () => RealDate.now() + shiftMs

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, property) => (property === 'now' ? now : Reflect.get(target, property)),
})
