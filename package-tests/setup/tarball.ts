import { z } from "zod"

const environment = z.object({
  PLUGIN_TARBALL: z.string().min(1),
  PACKAGE_TEST_FOLDER: z.string().min(1),
})

/** The packed plugin, and a folder that is removed after the run. Set by the project's global setup. */
export const packed = () => {
  const { PLUGIN_TARBALL, PACKAGE_TEST_FOLDER } = environment.parse(process.env)
  return { tarball: PLUGIN_TARBALL, folder: PACKAGE_TEST_FOLDER }
}
