/** A test of what only some adapters can: for the others there is none, and nothing was skipped. */
export const testIf =
  (isMeant: boolean) =>
  (title: string, run: () => Promise<void>): void => {
    if (isMeant) test(title, run)
  }
