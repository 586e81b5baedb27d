/**
 * The first screen in place of what was painted before it (scripts/paint.ts), in one step: what somebody
 * typed and pressed there counts, and the focus stays.
 */
export function takeOver(): void {
  const paint = document.getElementById('paint');
  if (!paint) return;
  const app = document.getElementById('app')!;
  const controls = (of: HTMLElement) => [...of.querySelectorAll<HTMLElement>(':is(main, nav) :is(a, button, input)')];
  const real = controls(app);
  app.hidden = false;
  for (const [at, painted] of controls(paint).entries()) {
    const control = real[at];
    if (painted === document.activeElement) control?.focus({ preventScroll: true });
    if (painted instanceof HTMLInputElement && painted.value && control instanceof HTMLInputElement) {
      control.value = painted.value;
      control.setSelectionRange(painted.selectionStart, painted.selectionEnd);
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if ('pressed' in painted.dataset) control?.click();
  }
  paint.remove();
}
