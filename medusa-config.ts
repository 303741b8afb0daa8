import { defineConfig, loadEnv, Modules } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

const { env } = process

/** Anything but true and false goes on as it is, and the option's own check stops the boot: no guess about money. */
const yesOrNo = (value?: string) =>
  ({ true: true, false: false })[value ?? ""] ?? (value || undefined)

/** With REDIS_URL several Medusa processes may share one store: every module that must agree uses Redis. */
const redisModules = (redisUrl: string) => [
  { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl } },
  { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl } } },
  {
    resolve: "@medusajs/medusa/caching",
    options: {
      providers: [
        {
          resolve: "@medusajs/caching-redis",
          id: "caching-redis",
          is_default: true,
          options: { redisUrl },
        },
      ],
    },
  },
  {
    resolve: "@medusajs/medusa/locking",
    options: {
      providers: [
        {
          resolve: "@medusajs/medusa/locking-redis",
          id: "locking-redis",
          is_default: true,
          options: { redisUrl },
        },
      ],
    },
  },
]

/** An empty variable is no 0. What is no number goes on as it is, too. */
const wholeNumber = (text?: string) => (/^\d+$/.test(text ?? "") ? Number(text) : text || undefined)

/** Buying in one click; only what can stand in a variable. */
const express = env.ROZETKAPAY_EXPRESS_SHIPPING_OPTION
  ? {
      shippingOption: env.ROZETKAPAY_EXPRESS_SHIPPING_OPTION,
      payOnDelivery: yesOrNo(env.ROZETKAPAY_PAY_ON_DELIVERY),
    }
  : undefined

/** What is no JSON goes on as it is, too. */
const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const account = {
  login: env.ROZETKAPAY_LOGIN,
  password: env.ROZETKAPAY_PASSWORD,
  apiUrl: env.ROZETKAPAY_API_URL,
  capture: yesOrNo(env.ROZETKAPAY_CAPTURE),
  backendUrl: env.MEDUSA_BACKEND_URL,
  storefrontUrl: env.STOREFRONT_URL,
  orderRetryMinutes: wholeNumber(env.ROZETKAPAY_ORDER_RETRY_MINUTES),
  /** `{"name":"…","logoUrl":"…","color":"#…"}` */
  shop: env.ROZETKAPAY_SHOP ? fromJson(env.ROZETKAPAY_SHOP) : undefined,
}

/** The card form in the storefront's own page; the sandbox prints both. */
const widget = {
  widgetKey: env.ROZETKAPAY_WIDGET_KEY || undefined,
  widgetScriptUrl: env.ROZETKAPAY_WIDGET_SCRIPT_URL || undefined,
}

/** Banks' customers pay in parts. */
const instalments = {
  resolve: "./src/providers/rozetkapay-payparts",
  id: "parts",
  options: account,
}

/** BLIK, Przelewy24, leasing: in one step only, whatever ROZETKAPAY_CAPTURE says of the cards. */
const alternative = () => {
  const { capture: _, ...options } = account
  return { resolve: "./src/providers/rozetkapay-alternative", id: "other", options }
}

/** For a marketplace: `ROZETKAPAY_SELLERS={"<key>":{"apiKey":"…","name":"…"},…}`. */
const marketplace = (sellers: string) => ({
  resolve: "./src/providers/rozetkapay-batch",
  id: "market",
  options: {
    ...account,
    sellers: fromJson(sellers),
    defaultSeller: env.ROZETKAPAY_DEFAULT_SELLER,
  },
})

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    http: {
      storeCors: env.STORE_CORS ?? env.STOREFRONT_URL ?? "http://localhost:8000",
      adminCors: env.ADMIN_CORS ?? env.MEDUSA_BACKEND_URL ?? "http://localhost:9000",
      authCors: env.AUTH_CORS ?? env.MEDUSA_BACKEND_URL ?? "http://localhost:9000",
      jwtSecret: env.JWT_SECRET ?? "supersecret",
      cookieSecret: env.COOKIE_SECRET ?? "supersecret",
    },
  },
  admin: {
    backendUrl: env.MEDUSA_BACKEND_URL,
    disable: env.DISABLE_MEDUSA_ADMIN === "true",
  },
  modules: [
    {
      resolve: "@medusajs/medusa/payment",
      key: Modules.PAYMENT,
      options: {
        providers: [
          {
            resolve: "./src/providers/rozetkapay",
            id: "rozetkapay",
            options: { ...account, ...widget, express },
          },
          ...(env.ROZETKAPAY_SELLERS ? [marketplace(env.ROZETKAPAY_SELLERS)] : []),
          ...(env.ROZETKAPAY_PAYPARTS === "true" ? [instalments] : []),
          ...(env.ROZETKAPAY_ALTERNATIVE === "true" ? [alternative()] : []),
        ],
      },
    },
    ...(env.REDIS_URL ? redisModules(env.REDIS_URL) : []),
  ],
})
