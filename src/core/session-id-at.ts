const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/**
 * No session of this moment or later has a smaller id: a ULID begins with ten characters of five bits each
 * that are milliseconds since 1970.
 *
 * @see https://github.com/ulid/spec
 */
export const sessionIdAt = (milliseconds: number): string => {
  let left = milliseconds
  let written = ""
  for (let place = 0; place < 10; place += 1) {
    written = CROCKFORD[left % 32] + written
    left = Math.floor(left / 32)
  }
  return `payses_${written}`
}
