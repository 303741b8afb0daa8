import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { asStaffError, staffError } from "../../../../../../errors"
import { deferredRefundWorkflow } from "../../../../../../workflows/deferred-refund"
import type {
  DeferredRefund,
  DeferredRefundAction,
  SeenRefund,
} from "../../../../../../workflows/steps/deferred-refund"
import { answerError, type ErrorAnswer, isToBeAnsweredHere } from "../../../../../answer-error"
import { noted } from "../note-of-staff"

const body = z
  .object({
    seen: z
      .object({
        amount: z
          .string()
          .regex(/^\d{1,15}(\.\d{1,10})?$/)
          .nullable(),
      })
      .optional(),
  })
  .nullish()

/** Answers a route that tries a waiting refund again, or gives it up. @throws MedusaError with a code for staff */
export const moveDeferredRefund = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeferredRefund | ErrorAnswer>,
  action: DeferredRefundAction,
): Promise<void> => {
  const asked = body.safeParse(req.body)
  if (!asked.success) throw staffError("seen_unreadable")
  try {
    res.json(await noted(req, `${action}_refund`, () => carryOut(req, action, asked.data?.seen)))
  } catch (error) {
    if (!isToBeAnsweredHere(error)) throw error
    answerError(res, error)
  }
}

const carryOut = async (
  req: AuthenticatedMedusaRequest,
  action: DeferredRefundAction,
  seen: SeenRefund | undefined,
): Promise<DeferredRefund> => {
  const { result, errors } = await deferredRefundWorkflow(req.scope).run({
    input: { payment_id: req.params.id ?? "", action, ...(seen && { seen }) },
    throwOnError: false,
  })
  const error: unknown = errors?.[0]?.error
  if (error) throw asStaffError(error, "not_moved")
  return result
}
