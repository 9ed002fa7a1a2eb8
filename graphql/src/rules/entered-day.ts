import * as z from 'zod';
import { dayFault } from './calendar.ts';

/** A day in a payload, `yyyy-mm-dd`, with the sentence for the user where it cannot be kept. */
export const enteredDay = z.string().superRefine((text, context) => {
  const message = dayFault(text);
  if (message !== null) context.addIssue({ code: 'custom', message });
});
