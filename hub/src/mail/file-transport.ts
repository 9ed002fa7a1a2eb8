import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Delivery, DeliveryRequest, MailTransport } from './mail-delivery.ts';
import { mailMessages } from './mail.messages.ts';

/** A file goes nowhere: whoever tries the hub out need not set a sender first. */
const FILE_SENDER = 'tournee@localhost';

/**
 * Writes mails to `.eml` files, where no server is configured. A mail has one file name: written a second time after
 * a crash, it replaces itself, so there is nothing to be uncertain of.
 */
export function fileTransport(folder: string): MailTransport {
  return { defaultSender: FILE_SENDER, deliver: (request) => deliver(folder, request) };
}

async function deliver(folder: string, { message, fileName }: DeliveryRequest): Promise<Delivery> {
  const transporter = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const file = join(folder, fileName);
  try {
    const { message: content } = await transporter.sendMail(message);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Renamed when it is whole: whoever watches the folder never reads half a mail.
    await writeFile(`${file}.part`, content as Buffer, { mode: 0o600 });
    await rename(`${file}.part`, file);
    return { kind: 'accepted', response: fileName };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return {
      kind: 'refused',
      isPermanent: false,
      isServerTrouble: true,
      error: mailMessages.errors.file(detail),
    };
  }
}
