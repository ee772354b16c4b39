import { describe, expect, it } from 'vitest';
import { isEnglish } from './locale.ts';

describe('the language of the page', () => {
  it.each([
    {},
    { languageCode: undefined },
    { languageCode: 'en' },
    { languageCode: 'en_US' },
    { languageCode: 'en-GB' }
  ])('is English for %o, as JupyterLab tells it', translator => {
    expect(isEnglish(translator)).toBe(true);
  });

  it.each(['de_DE', 'zh-CN', 'enm', ''])('is another one for "%s"', languageCode => {
    expect(isEnglish({ languageCode })).toBe(false);
  });
});
