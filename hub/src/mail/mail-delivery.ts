import type { SendMailOptions } from 'nodemailer';

/** How the delivery of one message ended. `error` is a sentence for the admin, without secrets. */
export type Delivery =
  | { readonly kind: 'accepted'; readonly response: string }
  | {
      readonly kind: 'refused';
      /** True: the same message would be refused again. */
      readonly isPermanent: boolean;
      /** True: the server itself is away or refuses us, so that the other mails need not be tried now. */
      readonly isServerTrouble: boolean;
      readonly error: string;
    }
  /** The message went out whole, and no answer came: it may have arrived. */
  | { readonly kind: 'uncertain'; readonly error: string };

export interface DeliveryRequest {
  readonly message: SendMailOptions;
  /** Name for a file that holds the message: the same for every try. */
  readonly fileName: string;
  /**
   * Called once, when everything but the end of the message has gone out: up to here the server cannot have accepted
   * it. When it is rejected, the end does not go out.
   */
  readonly beforeEnd: () => Promise<void>;
}

export interface MailTransport {
  /** With whose address a mail of the hub leaves that no setting gives one to; none: it cannot leave. */
  readonly defaultSender?: string;
  deliver(request: DeliveryRequest): Promise<Delivery>;
}
