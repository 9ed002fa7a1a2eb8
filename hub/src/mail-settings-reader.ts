import type { MailSettings } from './mail/mail-settings.ts';
import type { SettingReader, SettingSnapshot } from './modules/setting/setting-reader.ts';

/** The parameters of mail, as the sender wants them. Without a server of its own, SMTP_URL counts. */
export async function readMailSettings(settings: SettingReader): Promise<MailSettings> {
  const snapshot = await settings.snapshot();
  return {
    smtp: smtpOf(snapshot),
    forceSender: snapshot.value('mail.forceSender'),
    systemSender: snapshot.value('mail.systemSender'),
    errorAddresses: snapshot.value('mail.errorAddresses'),
  };
}

function smtpOf(snapshot: SettingSnapshot): MailSettings['smtp'] {
  const host = snapshot.value('smtp.host');
  if (host === null) return null;
  return {
    host,
    port: snapshot.value('smtp.port'),
    user: snapshot.value('smtp.user'),
    password: snapshot.secret('smtp.password'),
    security: snapshot.value('smtp.security'),
    verifyCertificate: snapshot.value('smtp.verifyCertificate'),
  };
}
