import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { client, clientRelation } from '@tournee/db';
import { build } from 'esbuild';
import { withDatabase } from '../hub/loaded-base.ts';

/** A row as the baselines store it: key, two indexed fields, the rest as one text. */
export interface PlainRow {
  id: string;
  nom: string;
  rep: string;
  body: string;
}

export interface RowServer {
  url: string;
  rows: PlainRow[];
  close(): Promise<void>;
}

const STOCK_PAGE = fileURLToPath(
  new URL('../../client/src/app/local-db/bench/stock-replication.ts', import.meta.url),
);

/** The rows behind a base's documents: clients and relations, one each. */
export async function plainRows(dataFolder: string): Promise<PlainRow[]> {
  return await withDatabase(dataFolder, async ({ db }) => {
    const clients = await db.select().from(client);
    const relations = await db.select().from(clientRelation);
    return [
      ...clients.map((row) => ({
        id: `client-${row.cClient}`,
        nom: row.nomClient ?? '',
        rep: row.cRep ?? '',
        body: JSON.stringify(row),
      })),
      ...relations.map((row) => ({
        id: `relation-${String(row.numRelation)}`,
        nom: row.objet ?? '',
        rep: row.cUser ?? '',
        body: JSON.stringify(row),
      })),
    ];
  });
}

/** Serves the baselines' page, rows and script on a free port of this machine. */
export async function serveRows(rows: PlainRow[]): Promise<RowServer> {
  const script = await bundle();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/rows') {
      const after = Number(url.searchParams.get('after'));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(rows.slice(after, after + Number(url.searchParams.get('limit')))));
    } else if (url.pathname === '/stock-replication.js') {
      response.setHeader('content-type', 'text/javascript');
      response.end(script);
    } else {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>bench</title>');
    }
  }).listen(0);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The row server has no port.');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://localhost:${String(address.port)}`, rows, close };
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [STOCK_PAGE],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}
