import type { Resolvers } from '@tournee/graphql';
import { type HubContext, requireViewer } from '../../context.ts';
import type { JobService } from './job.service.ts';

export function jobResolvers(jobs: JobService): Resolvers<HubContext> {
  return {
    Query: {
      adminJobs: async (_parent, _args, context) => jobs.list(await requireViewer(context)),
      adminJobRuns: async (_parent, { filter, sort, page, pageSize }, context) =>
        jobs.runs(await requireViewer(context), { filter, sort, page, pageSize }),
    },
    Mutation: {
      runJob: async (_parent, { name }, context) => jobs.run(await requireViewer(context), name),
      setJobPaused: async (_parent, { name, isPaused }, context) =>
        jobs.setPaused(await requireViewer(context), name, isPaused),
    },
  };
}
