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
