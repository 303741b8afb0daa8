const logs = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** Medusa's logger has more words than this plugin uses. */
export const SILENT = {
  ...logs,
  panic: () => {},
  shouldLog: () => false,
  setLogLevel: () => {},
  unsetLogLevel: () => {},
  activity: () => "",
  progress: () => {},
  failure: () => ({}),
  success: () => ({}),
  log: () => {},
  silly: () => {},
  verbose: () => {},
  http: () => {},
}
