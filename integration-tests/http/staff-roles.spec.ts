import { Modules } from "@medusajs/framework/utils"
import { Admin } from "../drivers/admin"
import { ApiClient } from "../drivers/api-client"
import { placeOrder } from "../drivers/checkout"
import { bothLedgersBecome } from "../drivers/two-ledgers"
import { createStaff } from "../setup/create-admin"
import { MARKET_HOLD } from "../setup/further-instances"
import { runStore } from "../setup/run-store"
import { idOfSecond } from "../setup/second-instance"

/** Everything that the plugin's admin routes move: a hold of several sellers, to be captured, returned or canceled. */
const HELD = { provider: idOfSecond(MARKET_HOLD) }

runStore(
  "A store with Medusa's roles for its staff",
  { capture: false, second: MARKET_HOLD, environment: { MEDUSA_FF_RBAC: "true" } },
  (store) => {
    let made = 0

    /** A member of staff who may do just this, in Medusa's words. */
    const staffWhoMay = async (...keys: string[]): Promise<Admin> => {
      made += 1
      const roles: string[] = []
      if (keys.length > 0) {
        const rbac = store.container.resolve(Modules.RBAC)
        const role = await rbac.createRbacRoles({ name: `role ${made}` })
        for (const key of keys) {
          const policy_id = await idOfPolicy(key)
          await rbac.createRbacRolePolicies([{ role_id: role.id, policy_id }])
        }
        roles.push(role.id)
      }
      const email = `staff-${made}@example.com`
      const token = await createStaff(store.container, store.url, { email, roles })
      return new Admin(new ApiClient(store.url, { authorization: `Bearer ${token}` }))
    }

    /** Medusa asks for some, such as `capture:create`, that a merchant has to write down first. */
    const idOfPolicy = async (key: string): Promise<string> => {
      const rbac = store.container.resolve(Modules.RBAC)
      const [known] = await rbac.listRbacPolicies({ key })
      if (known) return known.id
      const [resource = "", operation = ""] = key.split(":")
      return (await rbac.createRbacPolicies({ key, name: key, resource, operation })).id
    }

    /** What the plugin answers to everything that staff can ask it, and to the core's own way of asking. */
    const answersTo = async (staff: Admin, payment: { id: string }) => {
      const path = `/admin/rozetkapay/payments/${payment.id}`
      const ofOlena = { olena: "10.00" }
      return {
        see: (await staff.api.call("GET", path)).status,
        seeSellers: (await staff.api.call("GET", `${path}/sellers`)).status,
        capture: (await staff.moveOfSellers(payment, "capture", ofOlena)).status,
        refund: (await staff.moveOfSellers(payment, "refund", ofOlena)).status,
        release: (await staff.release(payment)).status,
      }
    }

    /** The same of what an order's page asks. */
    const answersOnThePage = async (
      staff: Admin,
      order: { id: string },
      payment: { id: string },
    ) => {
      const path = `/admin/rozetkapay/payments/${payment.id}`
      const byOrder = `/admin/rozetkapay/orders/${order.id}`
      const seen = { captured: "0.00", refunded: "0.00" }
      const move = { amount: "1.00", seen }
      return {
        see: (await staff.api.call("GET", byOrder)).status,
        capture: (await staff.api.attempt(`${path}/capture`, move)).status,
        refund: (await staff.api.attempt(`${path}/refund`, move)).status,
        link: (await staff.api.attempt(`${byOrder}/payment-link`)).status,
      }
    }

    const hold = async () => {
      const { order } = await placeOrder(store, HELD)
      return { order, payment: store.admin.paymentOf(order) }
    }

    it("lets somebody without any role see and move nothing: 403, and the money stays", async () => {
      const { order, payment } = await hold()
      const nobody = await staffWhoMay()
      expect((await nobody.refund(payment, 10)).status).toBe(403)
      const moves = { see: 403, seeSellers: 403, capture: 403, refund: 403, release: 403 }
      expect(await answersTo(nobody, payment)).toEqual(moves)
      await bothLedgersBecome(store.admin, store.gateway, order, { held: "1319.99" })
    })

    it("lets everybody do what their role says, and no more", async () => {
      const { order, payment } = await hold()
      const looker = await staffWhoMay("payment:read")
      expect(await answersTo(looker, payment)).toEqual({
        see: 200,
        seeSellers: 200,
        capture: 403,
        refund: 403,
        release: 403,
      })
      const taker = await staffWhoMay("payment:read", "capture:create")
      expect(await answersTo(taker, payment)).toMatchObject({
        capture: 200,
        refund: 403,
        release: 403,
      })
      const giver = await staffWhoMay("payment:read", "refund:create")
      expect(await answersTo(giver, payment)).toMatchObject({
        capture: 403,
        refund: 200,
        release: 403,
      })
      const blind = await staffWhoMay("capture:create", "refund:create", "order:update")
      expect(await answersTo(blind, payment)).toMatchObject({ see: 403, refund: 403, release: 403 })
      const canceler = await staffWhoMay("payment:read", "order:update")
      expect(await answersTo(canceler, payment)).toMatchObject({
        capture: 403,
        refund: 403,
        release: 200,
      })
      await bothLedgersBecome(store.admin, store.gateway, order, {
        captured: "10.00",
        refunded: "10.00",
        canceled: "1309.99",
      })
    })

    it("asks for the same on an order's page: who may only look moves nothing, and makes no link", async () => {
      const { order, payment } = await hold()
      const nobody = await staffWhoMay()
      const nothing = { see: 403, capture: 403, refund: 403, link: 403 }
      expect(await answersOnThePage(nobody, order, payment)).toEqual(nothing)
      const looker = await staffWhoMay("payment:read")
      expect(await answersOnThePage(looker, order, payment)).toEqual({ ...nothing, see: 200 })
      const mover = await staffWhoMay(
        "payment:read",
        "capture:create",
        "refund:create",
        "payment_collection:create",
        "payment_collection:update",
      )
      // Nothing is due, so there is no link to make.
      const all = { see: 200, capture: 200, refund: 200, link: 400 }
      expect(await answersOnThePage(mover, order, payment)).toEqual(all)
      await bothLedgersBecome(store.admin, store.gateway, order, {
        held: "1318.99",
        captured: "1.00",
        refunded: "1.00",
      })
    })

    it("lets the store's first admin do everything", async () => {
      const { payment } = await hold()
      expect(await answersTo(store.admin, payment)).toEqual({
        see: 200,
        seeSellers: 200,
        capture: 200,
        refund: 200,
        release: 200,
      })
    })
  },
)
