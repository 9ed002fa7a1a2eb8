import type { FeedRow } from '@tournee/db';
import type { PullPage } from './pull.service.ts';

const SEPARATOR = ',';
const LIVE = ',"deleted":false}';
const DELETED = ',"deleted":true}';
/** UTF-8 takes at most three bytes for one unit of a JavaScript string. */
const BYTES_PER_UNIT = 3;

/**
 * Answer to a device's pull query: the ready-made bodies with `deleted` added, in UTF-8. Written straight into bytes:
 * joined into one string first, a single œ among thousands of bodies would make every character of it two bytes wide.
 */
export function writePullAnswer(field: string, { rows, checkpoint, hasMore }: PullPage): Buffer {
  const head = `{"data":{"${field}":{"documents":[`;
  const tail = `],"checkpoint":${JSON.stringify(checkpoint)},"hasMore":${String(hasMore)}}}}`;
  // Memory that is not written to is never really taken.
  const bytes = Buffer.allocUnsafe(BYTES_PER_UNIT * unitsOf(rows, head.length + tail.length));
  let end = bytes.write(head);
  rows.forEach(({ body, deleted }, index) => {
    if (index > 0) end += bytes.write(SEPARATOR, end);
    // The last byte is the closing brace: what comes next takes its place.
    end += bytes.write(body, end) - 1;
    end += bytes.write(deleted ? DELETED : LIVE, end);
  });
  end += bytes.write(tail, end);
  return bytes.subarray(0, end);
}

function unitsOf(rows: readonly FeedRow[], others: number): number {
  return rows.reduce((sum, { body }) => sum + body.length + LIVE.length + SEPARATOR.length, others);
}
