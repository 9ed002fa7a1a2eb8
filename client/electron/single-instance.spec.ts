import { EventEmitter } from 'node:events';
import { holdSingleInstance } from './single-instance.ts';

class FakeApp extends EventEmitter {
  hasQuit = false;
  readonly requestSingleInstanceLock: () => boolean;
  constructor(lock: () => boolean) {
    super();
    this.requestSingleInstanceLock = lock;
  }
  readonly quit = (): void => {
    this.hasQuit = true;
  };
}

describe('holdSingleInstance', () => {
  it('goes on when it is the first, and comes forward when another one starts', () => {
    const app = new FakeApp(() => true);
    let forward = 0;
    expect(holdSingleInstance(app, () => forward++)).toBe(true);
    expect(app.hasQuit).toBe(false);
    app.emit('second-instance');
    expect(forward).toBe(1);
  });

  it('quits when another one runs', () => {
    const app = new FakeApp(() => false);
    expect(holdSingleInstance(app, () => undefined)).toBe(false);
    expect(app.hasQuit).toBe(true);
    expect(app.listenerCount('second-instance')).toBe(0);
  });
});
