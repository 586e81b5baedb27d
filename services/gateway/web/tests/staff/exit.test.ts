import { describe, expect, it } from 'vitest';
import type { Exit, ExitState } from '../../src/lib/api.ts';
import { canStay, exportIn, issuesInCode, standing, STEPS } from '../../src/staff/exit/exit.ts';

const at = (state: ExitState): Exit => ({ state, agreementEndedOn: null, begunOn: null, agreedOn: null, export: null, certificate: null });

describe('the end of a centre', () => {
  it('has one step that comes now, those before it are done and those after it come later', () => {
    expect(STEPS.map((step) => standing(at('agreed'), step))).toEqual(['done', 'done', 'next', 'later']);
    expect(STEPS.map((step) => standing(at('wiping'), step))).toEqual(['done', 'done', 'done', 'next']);
    expect(STEPS.map((step) => standing(at('left'), step))).toEqual(['done', 'done', 'done', 'done']);
  });

  it('can be taken back until everything is being erased', () => {
    const states: ExitState[] = ['stays', 'begun', 'agreed', 'exported', 'wiping', 'left'];
    expect(states.filter((state) => canStay(at(state)))).toEqual(['begun', 'agreed', 'exported']);
  });

  it('needs the code of the centre, however it was copied', () => {
    expect(issuesInCode(' LSC 01', 'lsc01')).toEqual({});
    expect(issuesInCode('lsc02', 'lsc01')).toHaveProperty('code');
    expect(issuesInCode('', 'lsc01')).toHaveProperty('code');
  });

  it('takes what the program said of the export, and nothing else', () => {
    const sha256 = '9f'.repeat(32);
    expect(exportIn(` ${sha256.toUpperCase()}\n`, ' 4711 ')).toEqual({ body: { sha256, through: 4711 }, issues: {} });
    expect(Object.keys(exportIn('9f', 'x').issues)).toEqual(['sha256', 'through']);
    expect(Object.keys(exportIn(sha256, '0').issues)).toEqual(['through']);
    expect(Object.keys(exportIn(sha256, '1.5').issues)).toEqual(['through']);
  });
});
