import type { IncomingMessage, ServerResponse } from 'node:http';
import { CONTRACT_HEADER, readContractVersion } from '@tournee/graphql';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { HubContext } from '../context.ts';
import { currentRequestId } from '../http/request-scope.ts';
import { clientAddress, trustedProxies } from '../http/client-address.ts';
import { refreshCookie } from '../http/refresh-cookie.ts';
import type { Log } from '../logger.ts';
import { useCompression } from './compression.ts';
import { createErrorMask } from './mask-error.ts';
import { useQueryLimits } from './query-limits.ts';
import { useTurns } from './use-turns.ts';

export const GRAPHQL_PATH = '/graphql';
/** A push of a hundred long visits is half of it. */
export const BODY_MAX_BYTES = 2_000_000;

export interface NodeContext {
  req: IncomingMessage;
  res: ServerResponse;
}

export type HubYoga = YogaServerInstance<NodeContext, HubContext>;

export interface YogaDependencies {
  schema: GraphQLSchema;
  isProduction: boolean;
  log: Log;
  /** Who the bearer of an `Authorization` header is. */
  authenticate(authorization: string | null): ReturnType<HubContext['session']>;
  /** The device that such a header was given to, without a look at the database; null when it is none of ours. */
  deviceOf(authorization: string | null): Promise<string | null>;
  plugins: Plugin<HubContext>[];
  /** See `Environment`. */
  trustedProxies?: readonly string[] | undefined;
}

export function createHubYoga(dependencies: YogaDependencies): HubYoga {
  const { schema, isProduction, log, plugins } = dependencies;
  const proxies = trustedProxies(dependencies.trustedProxies ?? []);
  return createYoga<NodeContext, HubContext>({
    schema,
    graphqlEndpoint: GRAPHQL_PATH,
    graphiql: !isProduction,
    landingPage: false,
    // Faults are logged by the mask, requests by the server.
    logging: false,
    batching: false,
    multipart: false,
    cors: false,
    maxRequestBodySize: BODY_MAX_BYTES,
    maskedErrors: { maskError: createErrorMask(log) },
    context: ({ request, req, res }) => {
      let session: ReturnType<HubContext['session']> | undefined;
      return {
        requestId: currentRequestId(),
        address: clientAddress(req, proxies),
        cookie: refreshCookie(req, res, proxies),
        proof: request.headers.get('dpop'),
        contract: readContractVersion(request.headers.get(CONTRACT_HEADER)),
        session: () => (session ??= dependencies.authenticate(request.headers.get('authorization'))),
      };
    },
    plugins: [
      useTurns({
        deviceOf: (authorization) => dependencies.deviceOf(authorization),
        addressOf: (req) => clientAddress(req, proxies),
      }),
      useQueryLimits({ isProduction }),
      ...plugins,
      useCompression(),
    ],
  });
}
