import { appHost } from './app-origin.ts';

describe('appHost', () => {
  it.each([
    ['app://tournee/', 'tournee'],
    ['app://tournee/clients/C0001?x=1#y', 'tournee'],
    ['app://shell/hub-address.html', 'shell'],
    ['APP://tournee/', 'tournee'],
  ])('knows %s as ours', (url, host) => {
    expect(appHost(url)).toBe(host);
  });

  it.each([
    'app://tournee.evil/',
    'app://tournee@evil/',
    'app://user@tournee/',
    'app://tournee:8080/',
    'app://evil/tournee/',
    'app:tournee/',
    'app:///tournee/',
    'https://tournee/',
    'http://app//tournee/',
    'file:///app://tournee/',
    'data:text/html,app://tournee/',
    'about:blank',
    'null',
    '',
  ])('takes %p for foreign', (url) => {
    expect(appHost(url)).toBeNull();
  });
});
