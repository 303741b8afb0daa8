import { isSuccess, type Operation } from "../../core/operation"
import { latestOf } from "../../core/same-operation"

/** The attempts whose hold the bank let go, unless another one has paid since. */
export const lapsedHolds = (attempts: Operation[]): Operation[] => {
  const gone = attempts.filter(({ says }) => says === "lapsed")
  const last = gone.at(-1)
  if (!last) return []
  const order = latestOf(attempts)
  const isOf = (one: Operation, other: Operation) =>
    one === other || latestOf([one, other]).length === 1
  const at = order.findIndex((one) => isOf(one, last))
  const paidSince = attempts.some(
    (one) => isSuccess(one) && order.findIndex((other) => isOf(other, one)) > at,
  )
  return paidSince ? [] : gone
}
