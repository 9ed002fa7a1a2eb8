import { shellMessages } from './shell-messages.ts';

describe('shellMessages', () => {
  it('has the customer’s own sentence for an old base, to the letter', () => {
    expect(shellMessages.stale).toBe(
      'vos bases ne sont pas à jour, merci de vous connecter pour les actualiser',
    );
  });
});
