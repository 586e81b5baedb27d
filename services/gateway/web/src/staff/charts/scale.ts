import { nice, ticks } from 'd3-array';

/** From nobody to a round number above the most: lengths and heights of persons begin at zero. */
export interface Scale {
  top: number;
  ticks: number[];
  /** Where a number stands, in percent of the way up. */
  percent(value: number): number;
}

/** About so many lines across a chart. */
const TICKS = 4;

export function scaleOf(values: number[]): Scale {
  const [, top] = nice(0, Math.max(1, ...values), TICKS);
  return {
    top,
    // There are no half persons.
    ticks: ticks(0, top, TICKS).filter(Number.isInteger),
    percent: (value) => (100 * value) / top,
  };
}

/** One line as SVG draws it, broken where nothing is told. */
export function pathOf(points: ([x: number, y: number] | undefined)[]): string {
  const steps = points.map((point, i) => point && `${points[i - 1] ? 'L' : 'M'}${rounded(point[0])} ${rounded(point[1])}`);
  return steps.filter(Boolean).join('');
}

/** Of so many labels every how manieth, so that no more than fit are shown. */
export function every(labels: number, fit: number): number {
  return Math.max(1, Math.ceil(labels / fit));
}

const rounded = (n: number) => Math.round(n * 100) / 100;
