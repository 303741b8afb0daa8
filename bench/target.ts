/** What a row's middle should be: at most, at least, or exactly so much. */
const SHAPE = /^(?:flat: )?(?<sign>[≤≥])? ?(?<number>\d+(?:\.\d+)?)$/u

/** Whether the middle of a row's rounds reaches its target. @throws when nobody could tell what the target is */
export function reaches(target: string, median: number): boolean {
  const { sign, number } = SHAPE.exec(target)?.groups ?? {}
  if (number === undefined) throw new Error(`No such target: ${target}`)
  switch (sign) {
    case "≤":
      return median <= Number(number)
    case "≥":
      return median >= Number(number)
    default:
      return median === Number(number)
  }
}
