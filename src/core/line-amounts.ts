import { byText, sumOfUnits } from "./minor-units"

type ExactLine = { id: string; exact: bigint }

/**
 * A seller's lines in whole kopiykas that add up to the seller's sum, each as near to its exact total as
 * that allows: rounded down first, then what is left over goes where most was cut off.
 *
 * @param unit one kopiyka on the scale of `exact`.
 * @param target what the lines add up to, in kopiykas.
 */
export const shareOutLines = (
  lines: ExactLine[],
  unit: bigint,
  target: bigint,
): { id: string; units: bigint }[] => {
  const shares = lines.map(({ id, exact }, at) => {
    const units = floor(exact, unit)
    return { id, at, units, cut: exact - units * unit }
  })
  let left = target - sumOfUnits(shares.map(({ units }) => units))
  while (left !== 0n && shares.length > 0) {
    const step = left > 0n ? 1n : -1n
    const able = shares.filter(({ units }) => step > 0n || units > 0n)
    for (const share of (able.length > 0 ? able : shares).sort(mostCutFirst)) {
      if (left === 0n) break
      share.units += step
      left -= step
    }
  }
  return shares.sort((a, b) => a.at - b.at).map(({ id, units }) => ({ id, units }))
}

const floor = (exact: bigint, unit: bigint): bigint =>
  exact >= 0n || exact % unit === 0n ? exact / unit : exact / unit - 1n

type Share = { id: string; units: bigint; cut: bigint }

const mostCutFirst = (a: Share, b: Share): number => {
  if (a.cut !== b.cut) return a.cut > b.cut ? -1 : 1
  if (a.units !== b.units) return a.units > b.units ? -1 : 1
  return byText(a.id, b.id)
}
