import { useMemo } from "react"
import { isDay, lastDays, lengthOf, type Period, todayInKyiv } from "./period"
import { useAddress } from "./use-address"

/** The period of the page's address; a week up to today where it names none, or one too long. */
export const usePeriod = (most: number): [Period, (period: Period) => void] => {
  const address = useAddress()
  const from = address.part("from")
  const to = address.part("to")
  const period = useMemo(() => {
    if (isDay(from) && isDay(to)) {
      const length = lengthOf({ from, to })
      if (length >= 1 && length <= most) return { from, to }
    }
    return lastDays(7, todayInKyiv(new Date()))
  }, [from, to, most])
  return [period, (chosen) => address.change(chosen)]
}
