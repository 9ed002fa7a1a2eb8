import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/**
 * What a client asks for, by the type of its packet in the TDS protocol (MS-TDS 2.2.3.1.1). A `statement` is an `rpc`
 * inside of a transaction; outside of one the pool tries its connections so.
 */
export type TdsRequest =
  'prelogin' | 'login' | 'batch' | 'rpc' | 'statement' | 'begin' | 'commit' | 'rollback' | 'attention';

/** How a request is met: answered, never answered, its connection cut, or refused with an error of SQL Server. */
export type TdsFate = 'answer' | 'hold' | 'cut' | { readonly error: number };

type FateOf = (request: TdsRequest, says: (text: string) => boolean) => TdsFate;

export interface FakeTdsServer {
  readonly url: string;
  /** Requests so far, logins included. */
  readonly seen: readonly TdsRequest[];
  /** Connections that are open. */
  readonly open: () => number;
  /** Decides on each request from now on; `says`: whether a text stands in it. */
  meet(fate: FateOf): void;
  close(): Promise<void>;
}

const HEADER = 8;
const IS_LAST = 0x01;
/** Of the headers of a request: their length, and that of the first one, and its type. */
const DESCRIPTOR_AT = 10;
const PACKET_TYPES: Record<number, TdsRequest> = {
  1: 'batch',
  3: 'rpc',
  6: 'attention',
  16: 'login',
  18: 'prelogin',
};
const TRANSACTION_MANAGER = 14;
const TRANSACTION_REQUESTS: Record<number, TdsRequest> = { 5: 'begin', 7: 'commit', 8: 'rollback' };

/**
 * Speaks as much of TDS as the driver needs to sign in, begin, run statements without rows, and end: for tests of what
 * a server or a network does in the middle of that. It is no database.
 */
export async function startFakeTdsServer(): Promise<FakeTdsServer> {
  const seen: TdsRequest[] = [];
  const sockets = new Set<Socket>();
  let fateOf: FateOf = () => 'answer';
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    readMessages(socket, (type, body) => {
      const request = requestOf(type, body);
      seen.push(request);
      const fate = fateOf(request, (text) => body.includes(Buffer.from(text, 'utf16le')));
      if (fate === 'cut') socket.destroy();
      else if (fate !== 'hold') {
        // What is called off ends first, in a message of its own.
        if (request === 'attention') socket.write(packet(done()));
        socket.write(packet(fate === 'answer' ? answerTo(request) : refusalOf(fate.error)));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `mssql://sa:secret@127.0.0.1:${String(port)}/winpneu?encrypt=false`,
    seen,
    open: () => sockets.size,
    meet: (fate) => (fateOf = fate),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function readMessages(socket: Socket, onMessage: (type: number, body: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  let body = Buffer.alloc(0);
  socket.on('data', (data) => {
    rest = Buffer.concat([rest, data]);
    while (rest.length >= HEADER && rest.length >= rest.readUInt16BE(2)) {
      const length = rest.readUInt16BE(2);
      const [type, status] = [rest.readUInt8(0), rest.readUInt8(1)];
      body = Buffer.concat([body, rest.subarray(HEADER, length)]);
      rest = rest.subarray(length);
      if ((status & IS_LAST) === 0) continue;
      onMessage(type, body);
      body = Buffer.alloc(0);
    }
  });
}

function requestOf(type: number, body: Buffer): TdsRequest {
  const request = PACKET_TYPES[type];
  if (request === 'rpc') return body.readBigUInt64LE(DESCRIPTOR_AT) === 0n ? 'rpc' : 'statement';
  if (type !== TRANSACTION_MANAGER) return request ?? 'batch';
  // The headers of the request come first, and their length before them.
  return TRANSACTION_REQUESTS[body.readUInt16LE(body.readUInt32LE(0))] ?? 'batch';
}

function answerTo(request: TdsRequest): Buffer {
  switch (request) {
    case 'prelogin':
      // Version at offset 11, six bytes; encryption at offset 17, one byte: 2 is « not supported ».
      return Buffer.from([0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff, 16, 0, 0, 0, 0, 0, 2]);
    case 'login':
      return Buffer.concat([loginAck(), done()]);
    case 'begin':
      return Buffer.concat([Buffer.from([0xe3, 11, 0, 8, 8, 1, 0, 0, 0, 0, 0, 0, 0, 0]), done()]);
    case 'commit':
    case 'rollback':
      return Buffer.concat([
        Buffer.from([0xe3, 11, 0, request === 'commit' ? 9 : 10, 0, 8, 1, 0, 0, 0, 0, 0, 0, 0]),
        done(),
      ]);
    case 'attention':
      return done(0x20);
    case 'batch':
    case 'rpc':
    case 'statement':
      return done();
  }
}

function loginAck(): Buffer {
  const name = Buffer.from('Fake', 'utf16le');
  const body = Buffer.concat([
    Buffer.from([1, 0x74, 0, 0, 4, name.length / 2]),
    name,
    Buffer.from([16, 0, 0, 0]),
  ]);
  return Buffer.concat([Buffer.from([0xad, body.length, 0]), body]);
}

/** An error of class 13, as a victim of a deadlock gets it, without the rollback that goes with it. */
function refusalOf(number: number): Buffer {
  const text = Buffer.from('refused by the test', 'utf16le');
  const head = Buffer.alloc(8);
  head.writeInt32LE(number, 0);
  head.writeUInt8(1, 4);
  head.writeUInt8(13, 5);
  head.writeUInt16LE(text.length / 2, 6);
  const body = Buffer.concat([head, text, Buffer.from([0, 0, 1, 0, 0, 0])]);
  const length = Buffer.alloc(2);
  length.writeUInt16LE(body.length);
  return Buffer.concat([Buffer.from([0xaa]), length, body, done(0x02)]);
}

function done(status = 0): Buffer {
  return Buffer.from([0xfd, status, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
}

function packet(body: Buffer): Buffer {
  const header = Buffer.from([4, IS_LAST, 0, 0, 0, 0, 1, 0]);
  header.writeUInt16BE(HEADER + body.length, 2);
  return Buffer.concat([header, body]);
}
