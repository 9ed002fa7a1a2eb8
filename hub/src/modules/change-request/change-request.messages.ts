import type { RequestedChange } from '@tournee/graphql';

export const changeRequestMessages = {
  /** A line of the relation's comment. */
  change: ({ label, from, to }: Pick<RequestedChange, 'label' | 'from' | 'to'>) =>
    `${label} : « ${from ?? '(vide)'} » remplacé par « ${to ?? '(vide)'} »`,
} as const;
