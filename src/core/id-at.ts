const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/**
 * No row of this moment or later has a smaller id: Medusa's are a prefix (`payses`, `pay_col`) and a ULID,
 * which begins with ten characters of five bits each that are milliseconds since 1970.
 *
 * @see https://github.com/ulid/spec
 */
export const idAt = (prefix: string, milliseconds: number): string => {
  let left = milliseconds
  let written = ""
  for (let place = 0; place < 10; place += 1) {
    written = CROCKFORD[left % 32] + written
    left = Math.floor(left / 32)
  }
  return `${prefix}_${written}`
}

/** The same of payment sessions. */
export const sessionIdAt = (milliseconds: number): string => idAt("payses", milliseconds)
