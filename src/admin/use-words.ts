import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import {
  dayText,
  localeOf,
  moneyText,
  relativeTime,
  textLanguage,
  timeText,
  typedText,
} from "./formats"
import { NAMESPACE } from "./i18n"
import type { en } from "./i18n/english"
import type { KeyOf } from "./i18n/texts"

export type TextKey = KeyOf<typeof en>

/** Texts, money and times in the dashboard's language. */
export const useWords = () => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const { language } = i18n
  return useMemo(() => {
    const locale = localeOf(language)
    return {
      locale,
      /** Of the plugin's own sentences elsewhere. */
      language: textLanguage(language),
      say: (key: TextKey, values: Record<string, string | number> = {}): string => t(key, values),
      /** Whether a code of an open list has a text of its own. */
      hasText: (key: string): key is TextKey => i18n.exists(key, { ns: NAMESPACE }),
      money: (sum: string, currency: string) => moneyText(locale, sum, currency),
      typed: (sum: string) => typedText(locale, sum),
      time: (time: string) => timeText(locale, time),
      day: (day: string) => dayText(locale, day),
      /** As it is now: it does not tick by itself. */
      relative: (time: string) => relativeTime(locale, time, new Date()),
    }
  }, [t, i18n, language])
}

export type Words = ReturnType<typeof useWords>
