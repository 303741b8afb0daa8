import { order } from "./en/order"
import { settings } from "./en/settings"
import { shared } from "./en/shared"

export const en = { shared, order, settings }
