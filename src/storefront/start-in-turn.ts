import type { Started } from "./payment-actions"

/**
 * While another press, or another tab, starts a payment of the same cart (409 `another_is_starting`),
 * nothing was charged: it is waited for and asked again, and told when it takes longer. A page which the other
 * press has opened meanwhile is gone on with. The components do so by themselves: nobody else may, or tries multiply.
 *
 * @param pauses milliseconds before each further try
 */
export const startInTurn = async (
  start: () => Promise<Started>,
  pauses: readonly number[],
  onWait = () => {},
): Promise<Started> => {
  for (const pause of pauses) {
    const started = await start()
    if (!("error" in started) || started.error.code !== "another_is_starting") return started
    onWait()
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return start()
}
