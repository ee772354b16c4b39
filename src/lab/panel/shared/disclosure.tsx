import { caretDownIcon, caretRightIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

export namespace Disclosure {
  export interface IProps {
    /** `section` is a heading with the caret in front, `row` has it at the end. */
    look: 'section' | 'row';
    open: boolean;
    onToggle: () => void;
    heading: React.ReactNode;
    children: React.ReactNode;
  }
}

/** A button that shows and hides what follows it. */
export function Disclosure(props: Disclosure.IProps): JSX.Element {
  const id = React.useId();
  const Caret = props.open ? caretDownIcon : caretRightIcon;
  const caret = <Caret.react tag="span" className="jp-KaptainRegistry-caret" aria-hidden="true" />;
  const button = (
    <button
      type="button"
      className={`jp-KaptainRegistry-disclosure jp-mod-${props.look}`}
      aria-expanded={props.open}
      aria-controls={id}
      onClick={props.onToggle}
    >
      {props.look === 'section' ? caret : null}
      {props.heading}
      {props.look === 'row' ? caret : null}
    </button>
  );
  return (
    <>
      {props.look === 'section' ? <h3>{button}</h3> : button}
      <div id={id} className="jp-KaptainRegistry-disclosed" hidden={!props.open}>
        {props.open ? props.children : null}
      </div>
    </>
  );
}
