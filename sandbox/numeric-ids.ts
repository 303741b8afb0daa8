let last = 407_932_919_957_434_368n

/** A numeric string above 2^53, as the gateway's ids are: it does not survive Number(). */
export function nextId(): string {
  last += 1n + BigInt(Math.floor(Math.random() * 1_000_000))
  return last.toString()
}
