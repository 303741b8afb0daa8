import { RozetkaPayError } from "../errors"

/** Whether the gateway refused with one of these codes. */
export const isRefusedFor = (codes: string[], error: unknown): boolean =>
  error instanceof RozetkaPayError &&
  error.kind === "rejected" &&
  error.code !== null &&
  codes.includes(error.code)

/** An answer, or what a refusal with one of these codes means instead. */
export async function unlessRefusedFor<Answer, Instead>(
  codes: string[],
  answer: Promise<Answer>,
  instead: Instead,
): Promise<Answer | Instead> {
  try {
    return await answer
  } catch (error) {
    if (isRefusedFor(codes, error)) {
      return instead
    }
    throw error
  }
}
