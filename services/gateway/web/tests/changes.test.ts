import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RECONNECT_MS, RELOAD_PAUSE_MS, RETRY_FIRST_MS, RETRY_MAX_MS, whenChanged, type Kind } from '../src/lib/changes.ts';
import { forgetPosition, get, link } from '../src/lib/client.ts';

/** A stream in the hands of the test. */
class FakeStream extends EventTarget {
  static readonly CLOSED = 2;
  static made: FakeStream[] = [];
  readyState = 0;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    FakeStream.made.push(this);
  }

  close(): void {
    this.readyState = 2;
  }

  opens(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  tells(position: number, ...kinds: Kind[]): void {
    this.dispatchEvent(new MessageEvent('change', { data: JSON.stringify({ position, kinds }) }));
  }

  /** The connection broke off; the browser tries again by itself. */
  breaks(): void {
    this.readyState = 0;
    this.dispatchEvent(new Event('error'));
  }

  /** An answer other than 200, after which the browser gives up. */
  isRefused(): void {
    this.readyState = 2;
    this.dispatchEvent(new Event('error'));
  }
}

const page = Object.assign(new EventTarget(), { hidden: false });
const show = (visible: boolean) => {
  page.hidden = !visible;
  page.dispatchEvent(new Event('visibilitychange'));
};
const streams = () => FakeStream.made;
const stream = () => streams().at(-1)!;
const open = () => streams().filter(({ readyState }) => readyState !== FakeStream.CLOSED);
const pause = () => vi.advanceTimersByTime(RELOAD_PAUSE_MS);

const leaving: (() => void)[] = [];
function screen(...kinds: Kind[]) {
  const reload = vi.fn();
  const leave = whenChanged(kinds, reload);
  leaving.push(leave);
  return { reload, leave };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeStream);
  vi.stubGlobal('document', page);
  FakeStream.made = [];
  link.onOtherSession = async () => true;
  page.hidden = false;
});
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a change', () => {
  it('reloads the screens that show its kind, and no others', () => {
    const timeline = screen('trajectory', 'run');
    const people = screen('person');
    stream().opens();
    stream().tells(7, 'run', 'centre');
    pause();
    expect(timeline.reload).toHaveBeenCalledOnce();
    expect(people.reload).not.toHaveBeenCalled();
  });

  it('is one reload together with those that come right after it', () => {
    const { reload } = screen('trajectory');
    stream().opens();
    stream().tells(7, 'trajectory');
    vi.advanceTimersByTime(RELOAD_PAUSE_MS - 1);
    stream().tells(8, 'trajectory');
    expect(reload).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(reload).toHaveBeenCalledOnce();
    stream().tells(9, 'trajectory');
    pause();
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('raises the position, so that the answer contains it', async () => {
    forgetPosition();
    const asked: (string | null)[] = [];
    vi.stubGlobal('fetch', async (_: string, { headers }: RequestInit) => {
      asked.push(new Headers(headers).get('Stc-At-Least'));
      return new Response('{"items":[],"nextPage":null}');
    });
    leaving.push(whenChanged(['trajectory'], () => void get('/me/timeline')));
    stream().opens();
    stream().tells(41, 'trajectory');
    stream().tells(40, 'trajectory');
    pause();
    expect(asked).toEqual(['41']);
    forgetPosition();
  });

  it('no longer reloads a screen that was left', () => {
    screen('run');
    const left = screen('run');
    stream().opens();
    stream().tells(7, 'run');
    left.leave();
    pause();
    expect(left.reload).not.toHaveBeenCalled();
  });
});

describe('the stream', () => {
  it('is one for all screens, and is not there when nobody waits for changes', () => {
    expect(streams()).toHaveLength(0);
    const [one, other] = [screen('run'), screen('person')];
    expect(streams().map(({ url }) => url)).toEqual(['/api/v1/changes']);
    one.leave();
    expect(open()).toHaveLength(1);
    other.leave();
    expect(open()).toHaveLength(0);
    show(true);
    vi.advanceTimersByTime(RETRY_MAX_MS);
    expect(streams()).toHaveLength(1);
  });

  it('does not reload a screen that just asked, when it opens for the first time', () => {
    const { reload } = screen('run');
    stream().opens();
    pause();
    expect(reload).not.toHaveBeenCalled();
  });

  it('is closed while nobody looks, and reloads once when somebody looks again', () => {
    const { reload } = screen('run');
    stream().opens();
    show(false);
    expect(open()).toHaveLength(0);
    show(true);
    expect(open()).toHaveLength(1);
    stream().opens();
    stream().tells(8, 'run');
    pause();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('waits for somebody to look when the screen opens behind another window', () => {
    page.hidden = true;
    const { reload } = screen('run');
    expect(streams()).toHaveLength(0);
    show(true);
    stream().opens();
    pause();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('reloads after a connection that broke off, when it is known who is there', async () => {
    const { reload } = screen('run');
    stream().opens();
    link.onOtherSession = async () => false;
    stream().breaks();
    expect(open()).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(RECONNECT_MS);
    expect(streams()).toHaveLength(1);
    link.onOtherSession = async () => true;
    await vi.advanceTimersByTimeAsync(RETRY_FIRST_MS);
    expect(open()).toHaveLength(1);
    stream().opens();
    pause();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('comes back later and later after refusals, and reloads when it is there', async () => {
    const { reload } = screen('run');
    for (const wait of [RETRY_FIRST_MS, 2 * RETRY_FIRST_MS, 4 * RETRY_FIRST_MS, RETRY_MAX_MS, RETRY_MAX_MS]) {
      const tried = streams().length;
      stream().isRefused();
      screen('run');
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(streams()).toHaveLength(tried);
      await vi.advanceTimersByTimeAsync(1);
      expect(streams()).toHaveLength(tried + 1);
    }
    expect(reload).not.toHaveBeenCalled();
    stream().opens();
    pause();
    expect(reload).toHaveBeenCalledOnce();
    stream().isRefused();
    await vi.advanceTimersByTimeAsync(RETRY_FIRST_MS);
    expect(open()).toHaveLength(1);
  });
});
