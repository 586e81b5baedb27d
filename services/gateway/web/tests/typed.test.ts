import { beforeEach, expect, it } from 'vitest';
import { forget } from '../src/lib/storage.ts';
import { typed, typedNoMore } from '../src/lib/typed.svelte.ts';

const EMPTY = { id: 'new', name: '', role: undefined as string | undefined, others: [] as string[] };
const put = (value: unknown) => sessionStorage.setItem('stc.typed.coach', JSON.stringify(value));
beforeEach(() => sessionStorage.removeItem('stc.typed.coach'));

it('a form goes on with what was typed before the page was loaded again', () => {
  expect(typed('coach', EMPTY)).toEqual(EMPTY);
  put({ id: 'first', name: 'Zoë', role: 'auditor', others: ['fi'] });
  expect(typed('coach', EMPTY)).toEqual({ id: 'first', name: 'Zoë', role: 'auditor', others: ['fi'] });
});

it('takes only what the form has, as the form has it', () => {
  put({ name: 7, role: ['x'], others: 'fi', stray: true, id: 'first' });
  expect(typed('coach', EMPTY)).toEqual({ ...EMPTY, id: 'first' });
  put(['not', 'a', 'form']);
  expect(typed('coach', EMPTY)).toEqual(EMPTY);
});

it('begins anew once it was answered, and for who comes next', () => {
  put({ name: 'Zoë' });
  typedNoMore('coach');
  expect(typed('coach', EMPTY).name).toBe('');
  put({ name: 'Zoë' });
  forget();
  expect(typed('coach', EMPTY).name).toBe('');
});
