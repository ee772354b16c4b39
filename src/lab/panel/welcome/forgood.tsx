import * as React from 'react';
import { dirname } from '../../welcome/path.ts';
import { GUIDE, manifestFile, manifestSteps, type ManifestValues } from '../../../common/manifests.ts';
import { handover } from '../../../common/message.ts';
import type { Setup } from '../../welcome/needs.ts';
import { CopyMessage } from '../shared/ask.tsx';
import { Command } from '../shared/command.tsx';
import { useContacts, Who } from '../shared/contact.tsx';
import { Disclosure } from '../shared/disclosure.tsx';
import { useServices } from '../shared/services.ts';

const FILE = 'poddefault.yaml';

/** A namespace that nobody has: the reader puts in the right one. */
const UNKNOWN = 'YOUR-NAMESPACE';

export namespace ForGoodStep {
  export interface IProps {
    setup: Setup;
    namespace: string | null;
  }
}

/** Login and CA for every new notebook: the commands, the PodDefault, and a message for whoever may do it. */
export function ForGoodStep(props: ForGoodStep.IProps): JSX.Element {
  const { checks, trans } = useServices();
  const contacts = useContacts();
  const [open, setOpen] = React.useState(false);
  const places = checks.state.context?.places;
  const values: ManifestValues = {
    ...GUIDE,
    namespace: props.namespace ?? UNKNOWN,
    caSecretName: props.setup.publiclyTrusted ? null : GUIDE.caSecretName,
    dockerConfig: places?.dockerConfig.path ?? GUIDE.dockerConfig,
    caFile: places?.caFile.path ?? GUIDE.caFile,
    home: places?.dockerConfig.isDefault === true ? dirname(dirname(places.dockerConfig.path)) : GUIDE.home
  };
  const [secrets, ...rest] = manifestSteps(values, FILE);
  return (
    <>
      <p>
        {trans.__(
          'Make the Secrets from your files, then the PodDefault. After that, create a new notebook on the same workspace volume and tick "%1".',
          values.description
        )}
      </p>
      <p>
        <Who by="you" />
      </p>
      <Command text={(secrets?.commands ?? []).join('\n')} />
      <p>
        <Who by="cluster-admin" />
      </p>
      <div className="jp-KaptainRegistry-buttons">
        <CopyMessage
          label={trans.__('Ask cluster admin')}
          text={() =>
            handover(
              {
                namespace: values.namespace,
                description: values.description,
                file: manifestFile(values, 'yaml'),
                steps: rest
              },
              contacts,
              (text, ...filled) => trans.__(text, ...filled)
            )
          }
        />
      </div>
      <Disclosure
        look="row"
        open={open}
        onToggle={() => setOpen(!open)}
        heading={<span className="jp-KaptainRegistry-title">{trans.__('The PodDefault')}</span>}
      >
        <Command text={manifestFile(values, 'yaml')} />
        {rest.slice(0, 1).flatMap(step => step.commands.map(command => <Command key={command} text={command} />))}
      </Disclosure>
    </>
  );
}
