import { z } from "zod"
import { EXPIRY, type TestCard, testCardNamed, withExpiry } from "../cards"
import { ControlError } from "./control-error"

/** "12/30": the date on the card that a control call names. */
export const expiry = z
  .string()
  .regex(EXPIRY, 'must be a month and a year, such as "12/30"')
  .optional()

export function cardNamed(text: string, date: string | undefined): TestCard {
  const card = testCardNamed(text)
  if (!card) throw new ControlError(400, `${text} is not a test card`)
  return date === undefined ? card : withExpiry(card, date)
}
