/** Minutes. Younger sessions are left to their callbacks. */
export const LEFT_TO_CALLBACKS = 5

/**
 * When the job looks at an open payment: at ages that double (5, 10, 20, 40
 * minutes, …), so that an abandoned checkout costs some two dozen reads in two weeks
 * instead of one every few minutes. Needs no memory: it is due when such an age
 * was reached since the run before the last: a run may come late or be left out,
 * and to look twice is harmless.
 *
 * @param age minutes since the payment was started
 * @param every minutes between two runs
 */
export const isDueForCheck = (age: number, every: number): boolean => {
  for (let due = LEFT_TO_CALLBACKS; due <= age; due *= 2) {
    if (due > age - 2 * every) return true
  }
  return false
}

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

/** Whether a round through the payments that are older than a day is due: once a day. */
export const isRoundDue = (beganAt: string | undefined, now: number): boolean =>
  beganAt === undefined || now - Date.parse(beganAt) >= DAY

/** Hour of the day (UTC) from which a day's comparison with RozetkaPay's own ledgers is due: the quiet of the night in Kyiv. */
const COMPARE_FROM = 2 * HOUR
/** Milliseconds before one that failed is tried again. */
const COMPARE_AGAIN = HOUR / 2

/**
 * Whether RozetkaPay's own ledgers are to be compared: once for each night, at the first possibility after
 * it has come. A night that was missed (no process, a held lock) is made up for, however late.
 *
 * @param comparedAt when it was last done to the end
 * @param triedAt when it was last begun, done to the end or not
 */
export const isComparisonDue = (
  comparedAt: string | null,
  triedAt: string | null,
  now: number,
): boolean => {
  const lastNight = Math.floor((now - COMPARE_FROM) / DAY) * DAY + COMPARE_FROM
  // A store that has never done it begins with its first night, or at once when that is over for today.
  const done = comparedAt === null ? Math.floor(now / DAY) * DAY : Date.parse(comparedAt)
  const wasDone = isBetween(done, lastNight, now + DAY)
  const wasTried =
    triedAt !== null && isBetween(Date.parse(triedAt), now - COMPARE_AGAIN + 1, now + DAY)
  return !wasDone && !wasTried
}

/** A time of a day that is still to come was written by a clock that was wrong. */
const isBetween = (time: number, after: number, before: number): boolean =>
  time >= after && time <= before
