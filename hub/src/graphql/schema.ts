import { readdirSync, readFileSync } from 'node:fs';
import type { Resolvers } from '@tournee/graphql';
import type { GraphQLSchema } from 'graphql';
import { createSchema } from 'graphql-yoga';
import type { HubContext } from '../context.ts';
import { dateTimeScalar, jsonScalar } from './scalars.ts';

/** The contract is read where it is written: next door, in the graphql workspace. */
const CONTRACT = new URL('../../../graphql/schema/', import.meta.url);

/** The executable schema: the contract's text and the resolvers of each domain. */
export function createHubSchema(resolvers: readonly Resolvers<HubContext>[]): GraphQLSchema {
  const files = readdirSync(CONTRACT).filter((name) => name.endsWith('.graphql'));
  return createSchema({
    typeDefs: files.sort().map((name) => readFileSync(new URL(name, CONTRACT), 'utf8')),
    resolvers: [{ DateTime: dateTimeScalar, JSON: jsonScalar }, ...resolvers],
  });
}
