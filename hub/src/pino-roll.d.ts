declare module 'pino-roll' {
  import type { DestinationStream } from 'pino';

  /** What we use of it. */
  export default function roll(options: {
    file: string;
    frequency: 'daily';
    size: string;
    extension: string;
    dateFormat: string;
    mkdir: boolean;
    mode: number;
    maxLength: number;
  }): Promise<
    DestinationStream & { end(): void; on(event: string, listener: (value: unknown) => void): void }
  >;
}
