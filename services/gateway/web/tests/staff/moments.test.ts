import { describe, expect, it } from 'vitest';
import { fromThere, periodThere, timeThere, toThere, zoneName } from '../../src/staff/lib/moments.ts';

const BELGIUM = 'Europe/Brussels';
const FINLAND = 'Europe/Helsinki';

describe('a moment by the clock of the centre', () => {
  it('is the same one there and back, in summer and in winter', () => {
    for (const moment of ['2027-01-09T08:15:00.000Z', '2027-07-09T08:15:00.000Z']) {
      for (const zone of [BELGIUM, FINLAND]) expect(fromThere(toThere(moment, zone), undefined, zone)).toBe(moment);
    }
    expect(toThere('2027-01-09T23:30:00Z', FINLAND)).toBe('2027-01-10T01:30');
  });

  it('that the clock leaves out is an hour later', () => {
    expect(fromThere('2027-03-28T01:59', undefined, BELGIUM)).toBe('2027-03-28T00:59:00.000Z');
    expect(fromThere('2027-03-28T02:30', undefined, BELGIUM)).toBe('2027-03-28T01:30:00.000Z');
    expect(fromThere('2027-03-28T03:00', undefined, BELGIUM)).toBe('2027-03-28T01:00:00.000Z');
  });

  it('in the minute in which something was known is after it', () => {
    expect(fromThere('2027-01-09T09:15', '2027-01-09T08:15:42.5Z', BELGIUM)).toBe('2027-01-09T08:15:42.5Z');
    expect(fromThere('2027-01-09T09:14', '2027-01-09T08:15:42.5Z', BELGIUM)).toBe('2027-01-09T08:14:00.000Z');
    expect(fromThere('2027-01-09T09:16', '2027-01-09T08:15:42.5Z', BELGIUM)).toBe('2027-01-09T08:16:00.000Z');
  });

  it('that is not there yet is none', () => {
    expect(['', 'x', '2027-01-09T'].map((typed) => fromThere(typed, undefined, BELGIUM))).toEqual([undefined, undefined, undefined]);
  });

  it('is said by that clock, whatever the device shows', () => {
    expect(timeThere('2027-01-09T08:15:00Z', 'nl', FINLAND)).toBe('10:15');
    expect(timeThere('2027-01-09T08:15:00Z', 'en', BELGIUM)).toBe('09:15');
    expect(zoneName('nl', BELGIUM)).toBe('Midden-Europese tijd');
    expect(zoneName('fi', FINLAND)).toBe('Itä-Euroopan aika');
  });

  it('and another one of the same day share it', () => {
    const said = periodThere('2027-01-09T08:15:00Z', '2027-01-09T09:30:00Z', 'en', BELGIUM);
    expect(said.match(/January/g)).toHaveLength(1);
    expect(said).toMatch(/09:15.+10:30/);
  });
});
