/** Texts as somebody outside might choose them: names, paths, subjects, answers. */

/** Characters that steer a terminal or a page, turn the direction, or are drawn as nothing. */
export const HIDDEN = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

const CONTROLS = String.fromCharCode(
  ...Array.from({ length: 0x1f }, (_, code) => code + 1),
  0x7f,
  0x80,
  0x85,
  0x9b,
  0x9f
);

/** Those that can be part of a path: no NUL. */
export const STEERING: readonly string[] = [
  CONTROLS,
  '\u001b[2J\u001b]0;title\u0007\u001b[31mred',
  '\u009b31mred',
  'evil\u202etxt.crt\u202d\u202a\u202b\u202c',
  '\u2066a\u2067b\u2068c\u2069',
  'a\u200eb\u200fc\u061cd',
  'zero\u200b\u200c\u200d\u2060\ufeffwidth',
  'line\u2028paragraph\u2029end\nnext\r\nlast',
  'half\ud800of\udc00a pair',
  'tag\u{e0041}\u{e007f} private\ue000 none\ufdd0'
];

/** What Markdown, GitHub or a browser makes something of. */
export const MARKUP: readonly string[] = [
  '<http://evil.test/> <b>x</b> <script>alert(1)</script> <!-- x --> <img src=x onerror=y>',
  'http://evil.test/a https://evil.test www.evil.test ftp://evil.test/ mailto:a@evil.test a@evil.test',
  '[text](http://evil.test) ![picture](http://evil.test/x.png) [a]: http://evil.test [^1] [x][y]',
  '@team @team/name #123 team/name#1 GH-12 GHSA-1234-5678-9abc CVE-2020-1234 d670460b4b4aece5915caf5c68d12f560a9fe3e4',
  '*a* **b** _c_ __d__ ~~e~~ ***f*** `g` ``h`` $i$ $$j$$ :tada: a*b*c a_b_c',
  '| a | b \\| c | \\\\| d ||',
  '# heading',
  '- item',
  '* item',
  '+ item',
  '1. item',
  '> quote',
  '---',
  '===',
  '```sh',
  '~~~',
  '    code',
  '&lt;b&gt; &amp; &#64;team &copy;',
  '\\ \\\\ \\` \\* trailing\\',
  '`` ` ``` ```` `',
  '("http://evil.test/").',
  '<a href="x">',
  '--accept',
  '$(touch x) `id` ; rm -rf / && x | y > z'
];
