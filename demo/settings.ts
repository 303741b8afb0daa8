import path from "node:path"
import { z } from "zod"
import { DemoFailure } from "./failure"
import { MODES, type StoreMode } from "./store-modes"

export interface PortWish {
  preferred: number
  /** A port that was asked for by name is used or refused, never replaced. */
  fixed: boolean
}

export interface DemoSettings {
  /** The repository. */
  root: string
  /** Everything that the demo keeps between two starts. */
  folder: string
  mode: StoreMode
  once: boolean
  databaseUrl: string | undefined
  /** false: the card is held and captured later; true: charged at once. */
  capture: boolean
  admin: { email: string; password: string }
  /** Another storefront of the same store: returns lead there, not to the demo's own. */
  storefrontUrl: string | undefined
  /** Says in a line of JSON where everything is, once it is up. People read the addresses. */
  forPrograms: boolean
  ports: { storefront: PortWish; medusa: PortWish; sandbox: PortWish }
}

const DEFAULT_PORTS = [8000, 9000, 4010] as const

const flag = z
  .enum(["1", "true", "yes", "0", "false", "no", ""])
  .transform((value) => ["1", "true", "yes"].includes(value))

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://")
    .or(z.literal("").transform(() => undefined))
    .optional(),
  ROZETKAPAY_CAPTURE: flag.optional(),
  DEMO_ONCE: flag.optional(),
  DEMO_READY_LINE: flag.optional(),
  DEMO_DIR: z.string().min(1).optional(),
  DEMO_STOREFRONT_URL: z
    .url({ protocol: /^https?$/ })
    .or(z.literal("").transform(() => undefined))
    .optional(),
  DEMO_ADMIN_EMAIL: z.email().default("admin@example.com"),
  DEMO_ADMIN_PASSWORD: z.string().min(8, "needs 8 characters").default("demo-password"),
  DEMO_PORTS: z
    .string()
    .regex(/^\d+,\d+,\d+$/, "must be three ports: storefront,medusa,sandbox (0 = any free port)")
    .transform((value) => value.split(",").map(Number))
    .refine((ports) => ports.every((port) => port < 65536), "a port is at most 65535")
    .optional(),
})

const USAGE = `npm start                   start the demo store and keep it running
npm run start:marketplace   the same store with two sellers (or npm start -- --marketplace)
… -- --once                 start it, make one purchase, stop everything

Environment: DATABASE_URL (use this PostgreSQL), ROZETKAPAY_CAPTURE=true (charge at once),
ROZETKAPAY_ORDER_RETRY_MINUTES=30 (how long an order that can't be placed is tried),
DEMO_PORTS=8000,9000,4010 (storefront, Medusa, sandbox), DEMO_DIR (instead of .demo),
DEMO_STOREFRONT_URL (another storefront, to which RozetkaPay's page leads back),
DEMO_ADMIN_EMAIL, DEMO_ADMIN_PASSWORD, DEMO_ONCE=1, DEMO_READY_LINE=1 (a line of JSON when it is up,
as programs get it anyway).`

export function readSettings(root: string, argv: string[], env: NodeJS.ProcessEnv): DemoSettings {
  if (argv.includes("--help")) {
    console.log(USAGE)
    process.exit(0)
  }
  const unknown = argv.find((argument) => !["--once", "--marketplace"].includes(argument))
  if (unknown) throw new DemoFailure(`Unknown argument ${unknown}`, USAGE)
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`)
    throw new DemoFailure(lines.join("; "), "Correct or unset it and start again.")
  }
  const values = parsed.data
  const wish = (index: 0 | 1 | 2): PortWish => {
    const asked = values.DEMO_PORTS?.[index]
    return { preferred: asked ?? DEFAULT_PORTS[index], fixed: asked !== undefined }
  }
  return {
    root,
    folder: path.resolve(root, values.DEMO_DIR ?? ".demo"),
    mode: argv.includes("--marketplace") ? MODES.marketplace : MODES.store,
    once: argv.includes("--once") || values.DEMO_ONCE === true,
    databaseUrl: values.DATABASE_URL,
    capture: values.ROZETKAPAY_CAPTURE ?? false,
    admin: { email: values.DEMO_ADMIN_EMAIL, password: values.DEMO_ADMIN_PASSWORD },
    forPrograms: values.DEMO_READY_LINE ?? !process.stdout.isTTY,
    storefrontUrl: values.DEMO_STOREFRONT_URL,
    ports: { storefront: wish(0), medusa: wish(1), sandbox: wish(2) },
  }
}
