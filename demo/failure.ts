/** A failure that the person at the terminal can act on: what happened, and what to do about it. */
export class DemoFailure extends Error {
  constructor(
    message: string,
    readonly advice: string,
    readonly details?: string,
  ) {
    super(message)
    this.name = "DemoFailure"
  }
}

export const messageOf = (error: unknown) =>
  error instanceof Error ? error.message || error.name : String(error)
