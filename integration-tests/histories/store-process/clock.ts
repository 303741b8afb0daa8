/** Milliseconds by which this process's clock is ahead of everybody else's. */
let ahead = 0
const real = Date
let isMoved = false

/** Lets time pass for this process alone: whatever asks JavaScript for the time gets a later one. */
export function setClockAhead(minutes: number): void {
  ahead = minutes * 60_000
  if (isMoved) return
  isMoved = true
  const now = () => real.now() + ahead
  globalThis.Date = new Proxy(real, {
    construct: (target, given, asked) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
  })
  // For whoever compares constructors.
  real.prototype.constructor = globalThis.Date
}
