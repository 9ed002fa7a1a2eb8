export type { Clock } from './clock.ts';
export type { HubContext, Viewer } from './context.ts';
export { createLog, type Log, silentLog } from './logger.ts';
export { hashPassword } from './modules/session/password.ts';
export { type Hub, type HubOptions, startHub } from './start-hub.ts';
export { StartupProblem } from './startup-problem.ts';
