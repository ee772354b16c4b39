import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';
import { useServices } from './services.ts';

/** A command to copy: wraps anywhere, is never cut. */
export function Command(props: { text: string }): JSX.Element {
  const { trans, copy, announce } = useServices();
  const [copied, setCopied] = React.useState(false);
  const onClick = (): void => {
    copy(props.text).then(
      () => {
        setCopied(true);
        announce(trans.__('Command copied.'));
      },
      () => announce(trans.__('The browser did not allow copying: select the command and copy it by hand.'))
    );
  };
  return (
    <div className="jp-KaptainRegistry-command">
      <Button minimal small className="jp-KaptainRegistry-copy" aria-label={trans.__('Copy command')} onClick={onClick}>
        {copied ? trans.__('Copied') : trans.__('Copy')}
      </Button>
      <pre>{props.text}</pre>
    </div>
  );
}
