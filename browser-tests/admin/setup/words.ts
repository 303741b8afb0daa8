import { moneyText } from "../../../src/admin/formats"
import { en } from "../../../src/admin/i18n/english"
import type { KeyOf } from "../../../src/admin/i18n/texts"
import { uk } from "../../../src/admin/i18n/ukrainian"
import type { Language } from "./staff-page"

const TEXTS: Record<Language, unknown> = { en, uk }

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null

/** What staff read in their language: the plugin's own texts, and sums as the dashboard writes them. */
export const wordsIn = (language: Language) => ({
  say: (key: KeyOf<typeof en>, values: Record<string, string | number> = {}): string => {
    let text: unknown = TEXTS[language]
    for (const part of key.split(".")) text = isTree(text) ? text[part] : undefined
    if (typeof text !== "string") throw new Error(`There is no text ${key}`)
    return text.replace(/{{(\w+)}}/g, (_, name: string) => String(values[name]))
  },
  /** In hryvnias. */
  money: (sum: string): string => moneyText(language, sum, "uah"),
})

export type StaffWords = ReturnType<typeof wordsIn>
