import type { Gateway } from "./gateway"

export type Count = { confirm: number; cancel: number; refund: number }

/**
 * How often money was moved at the gateway after it was paid, whoever asked for it; what is not
 * named must not have happened. A refusal or a lost answer counts when the work was done.
 */
export async function expectOperations(
  gateway: Gateway,
  externalId: string,
  expected: Partial<Count>,
  login?: string,
): Promise<void> {
  const { operations } = await gateway.payment(externalId, login)
  const count = (name: keyof Count) =>
    operations.filter(({ operation, status }) => operation === name && status !== "failure").length
  expect({
    confirm: count("confirm"),
    cancel: count("cancel"),
    refund: count("refund"),
  }).toEqual({ confirm: 0, cancel: 0, refund: 0, ...expected })
}

/** How often the store has asked for money to be moved, answered or not. */
export async function expectAsked(
  gateway: Gateway,
  externalId: string,
  expected: Partial<Count>,
): Promise<void> {
  const requests = await gateway.requests({ external_id: externalId })
  const count = (name: keyof Count) =>
    requests.filter(({ endpoint }) => endpoint === name || endpoint === `batch_${name}`).length
  expect({
    confirm: count("confirm"),
    cancel: count("cancel"),
    refund: count("refund"),
  }).toEqual({ confirm: 0, cancel: 0, refund: 0, ...expected })
}
