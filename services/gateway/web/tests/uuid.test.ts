import { describe, expect, it } from 'vitest';
import { uuidV7 } from '../src/lib/uuid.ts';

describe('uuid v7', () => {
  it('has version 7 and the RFC 9562 variant', () => {
    expect(uuidV7()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('begins with the milliseconds, as in the example of the RFC', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('sorts by the time it was made', () => {
    const made = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((ms) => uuidV7(ms));
    expect([...made].sort()).toEqual(made);
  });

  it('differs every time within the same millisecond', () => {
    expect(new Set(Array.from({ length: 500 }, () => uuidV7(1))).size).toBe(500);
  });
});
