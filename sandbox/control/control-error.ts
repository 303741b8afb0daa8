import type { Request, RequestHandler, Response } from "express"
import { z } from "zod"
import { GatewayError } from "../gateway-error"
import { showError, wantsPage } from "../pages/error-page"

/** A control call that can not be carried out: answered as `{error, code?}`. */
export class ControlError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** What went wrong, for who has words of their own for it. */
    readonly code?: string,
  ) {
    super(message)
  }
}

type Handler = (request: Request, response: Response) => unknown

/** Sends what the handler gives as JSON, and every failure as one readable sentence. */
export const control =
  (handler: Handler): RequestHandler =>
  async (request, response) => {
    try {
      const answer = await handler(request, response)
      response.json(answer ?? {})
    } catch (error) {
      const { status, ...body } = describe(error)
      if (wantsPage(request)) showError(request, response, status, body.error)
      else response.status(status).json(body)
    }
  }

function describe(error: unknown): { status: number; error: string; code?: string } {
  if (error instanceof ControlError)
    return { status: error.status, error: error.message, ...(error.code && { code: error.code }) }
  if (error instanceof GatewayError) return { status: 409, error: error.message, code: error.code }
  if (error instanceof z.ZodError) return { status: 400, error: z.prettifyError(error) }
  return { status: 500, error: error instanceof Error ? error.message : String(error) }
}
