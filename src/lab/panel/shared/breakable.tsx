import * as React from 'react';

/** Cuts a text where a line may end beside its blanks: in words that no narrow row holds, behind a dot, colon or slash. */
export function piecesOf(text: string): string[] {
  const cut = '\u200b';
  return text.replace(/\S{14,}/g, word => word.replace(/[.:/]+(?=[^.:/])/g, `$&${cut}`)).split(cut);
}

/** A text whose long hosts and paths may be broken; shorter words stay whole. */
export function Breakable(props: { text: string }): JSX.Element {
  return (
    <>
      {piecesOf(props.text).map((piece, index) => (
        <React.Fragment key={index}>
          {index === 0 ? null : <wbr />}
          {piece}
        </React.Fragment>
      ))}
    </>
  );
}
