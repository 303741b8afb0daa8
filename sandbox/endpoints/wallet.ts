import { z } from "zod"
import { emptyAs } from "../answers"
import { GatewayError, invalidBody } from "../gateway-error"
import { noCustomer } from "../payment-means"
import { fingerprintShape } from "../payment-method-shape"
import { readRequest } from "../request-shapes"
import { additionResult, cardDetails, walletItem } from "../wallet-answers"
import { putCard } from "../wallet-desk"
import type { WalletCard, WalletOwner } from "../wallets"
import { type ApiCall, type ApiEndpoint, ok } from "./endpoint"

/** The customers' wallet, by `external_id` in the query; X-CUSTOMER-AUTH is not simulated. */
const PATH = "/api/customers/v1/wallet"

const webUrl = z.url({ protocol: /^https?$/ })

const addShape = z.looseObject({
  mode: z.enum(["hosted", "direct", "express_checkout"]),
  callback_url: webUrl.optional(),
  result_url: z.url().optional(),
  make_default: z.boolean().default(false),
  fingerprint: fingerprintShape.optional(),
  payment_method: z
    .looseObject({
      type: z.enum(["cc_token", "encrypted_cc_token"]),
      cc_token: z
        .looseObject({
          token: z.string().min(1),
          mask: z.string(),
          expires_at: z.iso.datetime({ local: true, offset: true }),
          use_3ds_flow: z.boolean().optional(),
        })
        .optional(),
    })
    .optional(),
})

const optionShape = z.looseObject({ option_id: z.guid(), type: z.literal("card") })

const ownerOf = ({ merchant, query }: ApiCall): WalletOwner => {
  const { external_id } = query
  if (typeof external_id !== "string" || external_id === "") throw noCustomer()
  return { login: merchant.login, customer_external_id: external_id }
}

const notFound = () =>
  new GatewayError({
    code: "payment_method_not_found",
    message: "The customer's wallet has no such card",
    type: "customer_error",
    param: "option_id",
  })

function ownCard(call: ApiCall, option_id: string): WalletCard {
  const entry = call.world.wallets.find(ownerOf(call), option_id)
  if (!entry) throw notFound()
  return entry
}

const listed = (call: ApiCall): WalletCard[] =>
  call.world.wallets
    .of(ownerOf(call))
    .filter((one) => one.is_confirmed || call.world.quirks.wallet_lists_unconfirmed)

const list: ApiEndpoint = {
  name: "wallet",
  method: "get",
  path: PATH,
  answer(call) {
    const { wallets, quirks } = call.world
    const owner = ownerOf(call)
    if (wallets.of(owner).length === 0 && quirks.unknown_customer !== "empty_wallet")
      throw new GatewayError({
        code: "customer_profile_not_found",
        message: "The customer was not found",
        type: "customer_error",
        param: "external_id",
      })
    const fields = { first_name: null, last_name: null, email: null, phone: null, rid: null }
    const wallet = listed(call).map((one) => walletItem(one, quirks))
    return ok(emptyAs({ external_id: owner.customer_external_id, ...fields, wallet }, quirks))
  },
}

const add: ApiEndpoint = {
  name: "wallet_add",
  method: "post",
  path: PATH,
  answer(call) {
    const { world, merchant } = call
    const owner = ownerOf(call)
    const request = readRequest(addShape, call.body)
    const { mode } = request
    if (mode === "express_checkout") throw invalidBody("mode", "Field mode: hosted or direct")
    if (mode === "hosted" && request.callback_url === undefined)
      throw invalidBody("callback_url", "Field callback_url is required for hosted mode")
    const spent = mode === "direct" ? readToken(request) : null
    const card = spent && world.tokens.spend(merchant.login, spent.token, TOKEN_PARAM, world.quirks)
    const addition = world.additions.open({
      ...owner,
      mode,
      callback_url: request.callback_url ?? null,
      result_url: request.result_url ?? null,
      make_default: request.make_default,
      created_at: world.now(),
    })
    if (card) putCard(world, addition, card, card.three_ds && spent?.use_3ds_flow !== false)
    return ok(additionResult(addition, world.quirks, world.url))
  },
}

const TOKEN_PARAM = "payment_method.cc_token.token"

function readToken({ payment_method: method }: z.infer<typeof addShape>) {
  if (method?.type === "encrypted_cc_token")
    throw new GatewayError({
      code: "payment_method_not_allowed",
      message: "encrypted_cc_token is not allowed for this project",
      type: "payment_settings_error",
      param: "payment_method.type",
    })
  if (method?.cc_token) return method.cc_token
  const param = method ? "payment_method.cc_token" : "payment_method"
  throw invalidBody(param, `Field ${param} is required for direct mode`)
}

const remove: ApiEndpoint = {
  name: "wallet_delete",
  method: "delete",
  path: PATH,
  answer(call) {
    const { option_id, type } = readRequest(optionShape, call.body)
    call.world.wallets.remove(ownCard(call, option_id), call.world.quirks)
    return ok({ delete: true, option_id, type })
  },
}

const find: ApiEndpoint = {
  name: "wallet_find",
  method: "get",
  path: `${PATH}/find`,
  answer(call) {
    const { option_id } = call.query
    const cards = listed(call)
    const entry =
      typeof option_id === "string"
        ? cards.find((one) => one.option_id === option_id)
        : cards.find((one) => one.is_default)
    if (!entry) throw notFound()
    return ok(walletItem(entry, call.world.quirks))
  },
}

const status: ApiEndpoint = {
  name: "wallet_status",
  method: "get",
  path: `${PATH}/confirmation/status`,
  answer(call) {
    const { option_id } = readRequest(z.looseObject({ option_id: z.guid() }), call.query)
    const entry = ownCard(call, option_id)
    return ok({
      card: cardDetails(entry, call.world.quirks),
      option_id,
      is_confirmed: entry.is_confirmed,
      type: "card",
      status: call.world.additions.statusOf(entry),
    })
  },
}

const makeDefault: ApiEndpoint = {
  name: "wallet_default",
  method: "post",
  path: `${PATH}/settings/set`,
  answer(call) {
    const { option_id, type } = readRequest(optionShape, call.body)
    const entry = ownCard(call, option_id)
    if (!entry.is_confirmed) throw notFound()
    call.world.wallets.makeDefault(entry)
    return ok({ option_id, type, success: true })
  },
}

export const wallet: ApiEndpoint[] = [list, add, remove, find, status, makeDefault]
