/** The tab's memory, where it has one: private windows and strict settings may refuse it. */
export const keptInTab = {
  read: (key: string): string | null => {
    try {
      return sessionStorage.getItem(key)
    } catch {
      return null
    }
  },
  write: (key: string, value: string): void => {
    try {
      sessionStorage.setItem(key, value)
    } catch {
      // It is only not offered again after a reload.
    }
  },
}
