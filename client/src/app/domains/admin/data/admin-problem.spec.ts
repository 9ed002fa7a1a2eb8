import { HubError } from '../../shared/data/hub/hub-error.ts';
import { adminProblem } from './admin-problem.ts';

describe('adminProblem', () => {
  it('says that there is no hub to ask', () => {
    expect(adminProblem(new HubError('unreachable', 'NO_ANSWER', 'Failed to fetch'))).toEqual({
      isOffline: true,
      message: 'Le serveur Tournée ne répond pas. Vérifiez votre connexion, puis recommencez.',
      field: null,
    });
    expect(adminProblem(new HubError('portal', 'NOT_THE_HUB', 'html')).isOffline).toBe(true);
  });

  it('passes on the sentence that the hub wrote, with its field', () => {
    const refused = new HubError('fault', 'BAD_INPUT', 'Ce n’est pas une adresse mail.', { field: 'mail' });
    expect(adminProblem(refused)).toEqual({
      isOffline: false,
      message: 'Ce n’est pas une adresse mail.',
      field: 'mail',
    });
  });

  it('has a sentence of its own where the hub wrote none for the user', () => {
    const fault = adminProblem(new HubError('fault', 'HTTP_500', 'The hub answered 500.'));
    expect(fault.message).toContain('a répondu une erreur (HTTP_500)');
    expect(fault.isOffline).toBe(false);
  });

  it('does not hide a fault of ours', () => {
    expect(() => adminProblem(new TypeError('x is undefined'))).toThrow(TypeError);
  });
});
