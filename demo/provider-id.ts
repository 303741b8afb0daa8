/** As this repository's medusa-config.ts registers it: identifier and id are both `rozetkapay`. */
export const PROVIDER_ID = "pp_rozetkapay_rozetkapay"
