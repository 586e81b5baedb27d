import { afterEach, expect, it, vi } from 'vitest';
import { device, forget, tab } from '../src/lib/storage.ts';

const isText = (value: unknown): value is string => typeof value === 'string';
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  forget();
  device.drop('stc.lang');
});

it('remembers what was put, and forgets what was dropped', () => {
  expect(tab.put('stc.thing', 'one')).toBe(true);
  expect(sessionStorage.getItem('stc.thing')).toBe('one');
  expect(device.get('stc.thing')).toBeNull();
  tab.drop('stc.thing');
  expect(tab.get('stc.thing')).toBeNull();
});

it('goes on in memory where storage is full, and what was there before does not come back', () => {
  tab.put('stc.thing', 'old');
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  expect(tab.put('stc.thing', 'new')).toBe(false);
  expect(tab.get('stc.thing')).toBe('new');
  expect(sessionStorage.getItem('stc.thing')).toBeNull();
  vi.restoreAllMocks();
  expect(tab.put('stc.thing', 'newer')).toBe(true);
  expect(tab.get('stc.thing')).toBe('newer');
});

it.each([
  ['forbidden', { get: () => { throw new DOMException('', 'SecurityError'); } }],
  ['not there', { value: null }],
])('goes on in memory where storage is %s', (_, how) => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')!;
  Object.defineProperty(globalThis, 'localStorage', { ...how, configurable: true });
  try {
    expect(device.get('stc.thing')).toBeNull();
    expect(device.put('stc.thing', 'one')).toBe(false);
    expect(device.get('stc.thing')).toBe('one');
    forget();
    expect(device.get('stc.thing')).toBeNull();
  } finally {
    Object.defineProperty(globalThis, 'localStorage', before);
  }
});

it.each(['{', '', 'null', '42', '{"a":1}', '[]'])('drops what cannot be read or is not ours: %j', (foreign) => {
  tab.put('stc.thing', foreign);
  expect(tab.read('stc.thing', isText)).toBeNull();
  expect(sessionStorage.getItem('stc.thing')).toBeNull();
});

it('forgets everything of the person, whoever put it there, and keeps what is of the device', () => {
  device.put('stc.lang', 'fi');
  sessionStorage.setItem('stc.unsaved', 'words of somebody');
  localStorage.setItem('stc.step.usual', 'a habit');
  localStorage.setItem('elsewhere', 'not ours');
  forget();
  expect(sessionStorage.getItem('stc.unsaved')).toBeNull();
  expect(localStorage.getItem('stc.step.usual')).toBeNull();
  expect(localStorage.getItem('elsewhere')).toBe('not ours');
  expect(device.get('stc.lang')).toBe('fi');
});
