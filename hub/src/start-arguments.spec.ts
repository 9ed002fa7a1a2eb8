import { readStartArguments } from './start-arguments.ts';

describe('readStartArguments', () => {
  it('starts one hub without demo unless told otherwise', () => {
    expect(readStartArguments([])).toEqual({ hasDemo: false, isHelp: false, hubs: 1, behind: null });
    expect(readStartArguments(['--demo', '--hubs', '3'])).toMatchObject({ hasDemo: true, hubs: 3 });
    expect(readStartArguments(['--behind', '4000'])).toMatchObject({ hubs: 1, behind: 4000 });
  });

  it.each(['0', '17', '2.5', 'two', '-1', ''])('says that %j hubs are not possible', (hubs) => {
    expect(() => readStartArguments([`--hubs=${hubs}`])).toThrow('--hubs must be a number from 1 to 16.');
  });
});
