import { ReactWidget, type Dialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import {
  FRAMEWORKS,
  NEWEST_SDK,
  meansDockerHub,
  usesFrameworkEnum,
  type CellError,
  type Framework,
  type ModelRequest,
  type ModelValues
} from '../../common/cell.ts';

/** Last SDK whose `Model` takes the framework as a text. */
const LAST_TEXT_SDK = '0.4';

/** Names of products: the same in every language. */
const FRAMEWORK_NAMES: Readonly<Record<Framework, string>> = {
  tensorflow: 'TensorFlow',
  pytorch: 'PyTorch',
  sklearn: 'scikit-learn'
};

/** The form's fields as they were typed. */
export interface ITypedModel {
  image: string;
  baseImage: string;
  sdk: string;
  framework: Framework;
  frameworkVersion: string;
  mainFile: string;
  id: string;
  name: string;
  description: string;
  version: string;
}

export interface IModelFormOptions {
  readonly registry: string;
  readonly typed: ITypedModel;
  /** What was wrong with the answer before. */
  readonly fault: CellError | null;
  readonly trans: TranslationBundle;
}

/** Asks for the arguments of `Model(...)`. */
export class ModelForm extends ReactWidget implements Dialog.IBodyWidget<ITypedModel> {
  constructor(private readonly options: IModelFormOptions) {
    super();
    this.addClass('jp-KaptainRegistry-question');
    this._typed = { ...options.typed };
  }

  /** The fields as they are first shown: the present Model's, else named after the notebook. The base image stays empty. */
  static first(registry: string, notebook: string, present: ModelValues | undefined): ITypedModel {
    if (present !== undefined) {
      const { imageName, sdk, ...rest } = present;
      return { ...rest, image: imageName, sdk: usesFrameworkEnum(sdk) ? NEWEST_SDK : LAST_TEXT_SDK };
    }
    const name = notebook.replace(/\.ipynb$/, '').slice(0, 100);
    const word =
      name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'model';
    return {
      image: `${registry}/`,
      baseImage: '',
      sdk: NEWEST_SDK,
      framework: 'tensorflow',
      frameworkVersion: '',
      mainFile: 'trainer.py',
      id: `dev/${word}`,
      name,
      description: name,
      version: '0.0.1'
    };
  }

  /** An empty framework version is taken from the base image's tag. */
  static request(typed: ITypedModel): ModelRequest {
    const { frameworkVersion, ...rest } = typed;
    return frameworkVersion.trim() === '' ? rest : { ...rest, frameworkVersion };
  }

  getValue(): ITypedModel {
    return { ...this._typed };
  }

  protected render(): React.ReactElement {
    const { registry, fault, trans } = this.options;
    const typed = this._typed;
    return (
      <div className="jp-KaptainRegistry-model">
        {fault === null ? null : <p role="alert">{trans.__(fault.message)}</p>}
        {this.text('image', trans.__('Image to build'), trans.__('On the registry of the cell, %1.', registry))}
        {this.text(
          'baseImage',
          trans.__('Base image'),
          typed.baseImage.trim() !== '' && meansDockerHub(typed.baseImage)
            ? trans.__(
                'Without a registry in front this means Docker Hub. Without internet access put %1/ in front.',
                registry
              )
            : trans.__('The image that yours is built on, with its registry in front.')
        )}
        <label>
          <span>{trans.__('Framework')}</span>
          <select
            defaultValue={typed.framework}
            onChange={event => {
              typed.framework = FRAMEWORKS.find(word => word === event.target.value) ?? 'tensorflow';
            }}
          >
            {FRAMEWORKS.map(framework => (
              <option key={framework} value={framework}>
                {FRAMEWORK_NAMES[framework]}
              </option>
            ))}
          </select>
        </label>
        {this.text(
          'frameworkVersion',
          trans.__('Framework version'),
          trans.__('Empty: as the tag of the base image says.')
        )}
        {this.text('mainFile', trans.__('Main file'))}
        {this.text('id', trans.__('Model id'))}
        <label>
          <span>{trans.__('Kaptain SDK')}</span>
          <select
            defaultValue={typed.sdk}
            onChange={event => {
              typed.sdk = event.target.value;
            }}
          >
            <option value={NEWEST_SDK}>{trans.__('1.0 or later')}</option>
            <option value={LAST_TEXT_SDK}>{trans.__('0.4 or earlier')}</option>
          </select>
        </label>
      </div>
    );
  }

  private text(field: Exclude<keyof ITypedModel, 'framework'>, label: string, hint?: string): React.ReactElement {
    return (
      <label>
        <span>{label}</span>
        <input
          type="text"
          defaultValue={this._typed[field]}
          spellCheck={false}
          maxLength={500}
          onChange={event => {
            this._typed[field] = event.target.value;
            this.update();
          }}
        />
        {hint === undefined ? null : <small>{hint}</small>}
      </label>
    );
  }

  private readonly _typed: ITypedModel;
}
