import type { settings as english } from "../en/settings"
import type { SameTexts } from "../texts"

export const settings: SameTexts<typeof english> = {}
