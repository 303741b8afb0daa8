import { Shopper } from "../drivers/shopper"
import { furtherPlace } from "./booted-store"
import { POLAND, seedPlace } from "./seed-store"
import { ROZETKAPAY, Store } from "./store"

/** As this repository's medusa-config.ts registers it. */
export const OTHER = "pp_rozetkapay-alternative_other"

export const WITH_ALTERNATIVE = { ROZETKAPAY_ALTERNATIVE: "true" }

/**
 * The store's second region: Poland, in złoty, where the alternative payments stand beside the cards.
 * Call it in a suite that runs with `WITH_ALTERNATIVE`; what it returns is the store as Poles see it.
 */
export function inPoland(store: Store): Store {
  const polish = new Store()
  beforeAll(async () => {
    const { url, admin, gateway, container } = store
    const providers = [OTHER, ROZETKAPAY, "pp_system_default"]
    const seed = await furtherPlace(POLAND.country, () =>
      seedPlace(admin.api, POLAND, store.seed, providers),
    )
    polish.start({ url, seed, shopper: new Shopper(url, seed), admin, gateway, container })
  })
  return polish
}
