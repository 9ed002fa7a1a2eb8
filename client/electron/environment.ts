/** The only place of the shell that reads the environment of the process. */

/** Folder of an Electron that was unpacked by hand, as Electron's own package names it. */
export const electronFolder: string | undefined = process.env['ELECTRON_OVERRIDE_DIST_PATH'];

/** Environment for Electron. A terminal inside an Electron application (VS Code) would have it start as plain Node. */
export function electronEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  delete environment['ELECTRON_RUN_AS_NODE'];
  return environment;
}
