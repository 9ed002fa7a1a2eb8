import type { Server } from 'node:net';
import { errorCode } from './error-code.ts';
import { StartupProblem } from './startup-problem.ts';

/** @throws {StartupProblem} */
export async function startListening(server: Server, port: number, host?: string): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host }, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (error) {
    throw new StartupProblem(listenProblem(error, port), { cause: error });
  }
}

function listenProblem(error: unknown, port: number): string {
  const code = errorCode(error) ?? 'unknown error';
  if (code === 'EADDRINUSE') {
    return `Port ${String(port)} is already in use: stop what listens there, or set TOURNEE_PORT to a free port.`;
  }
  if (code === 'EACCES') {
    return `Port ${String(port)} may not be used by this user: set TOURNEE_PORT to a port above 1023.`;
  }
  return `Cannot listen on port ${String(port)} (${code}): set TOURNEE_PORT to a free port.`;
}
