/** The Shape Detection API, where the browser has it. */
declare class BarcodeDetector {
  constructor(options: { formats: string[] });
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}

/** Made by scripts/breaks.ts. */
declare module 'virtual:breaks' {
  const points: Record<'nl' | 'fi' | 'en', Record<string, string>>;
  export default points;
}

/** The part of the package that the build uses; it brings no types along. */
declare module 'hyphen/*' {
  const language: { hyphenateSync(text: string, options?: { hyphenChar?: string }): string };
  export default language;
}

/** Made by src/paint/before.js, unless that did not load: the language for who is here, by what is kept under a key. */
declare var preferredLang: undefined | ((kept: (key: string) => string | null) => 'nl' | 'fi' | 'en');
