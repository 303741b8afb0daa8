import type { Started } from "../storefront/payment-actions"

/** Milliseconds before each further try. The plugin itself has kept the request waiting before it says so. */
const PAUSES = [1_500, 3_000, 6_000]

/**
 * While another press, or another tab, starts a payment of the same cart (409 `another_is_starting`),
 * nothing was charged: it is waited for and asked again, and told when it takes longer.
 */
export const startPatiently = async (
  start: () => Promise<Started>,
  onWait: () => void,
): Promise<Started> => {
  for (const pause of PAUSES) {
    const started = await start()
    if (!("error" in started) || started.error.code !== "another_is_starting") return started
    onWait()
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return start()
}
