import type { en } from "./english"
import type { SameTexts } from "./texts"
import { order } from "./uk/order"
import { settings } from "./uk/settings"
import { shared } from "./uk/shared"

export const uk: SameTexts<typeof en> = { shared, order, settings }
