import { Dialog, ReactWidget, showDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { CellError, modelValues, type ModelValues } from '../../common/cell.ts';
import type { IConfigCell } from './find.ts';
import type { ICellQuestions, IReplaceQuestion } from './insert.ts';
import { ModelForm } from './modelform.tsx';
import { fieldName, shortName } from './texts.ts';

/** Which copy is kept up to date, and whether the others go. */
class CopyChoice extends ReactWidget implements Dialog.IBodyWidget<{ id: string; removeOthers: boolean }> {
  constructor(
    private readonly cells: readonly IConfigCell[],
    private readonly trans: TranslationBundle
  ) {
    super();
    this.addClass('jp-KaptainRegistry-question');
    this._id = cells[0]?.id ?? '';
  }

  getValue(): { id: string; removeOthers: boolean } {
    return { id: this._id, removeOthers: this._removeOthers };
  }

  protected render(): React.ReactElement {
    const { cells, trans } = this;
    return (
      <fieldset className="jp-KaptainRegistry-copies">
        <legend>{trans.__('The one that runs last wins. Which one is to be kept up to date?')}</legend>
        {cells.map(cell => (
          <label key={cell.id}>
            <span>
              <input
                type="radio"
                name="copy"
                defaultChecked={cell.id === this._id}
                onChange={() => {
                  this._id = cell.id;
                }}
              />
              {trans.__('Cell %1', cell.index + 1)}
            </span>
            <pre>{cell.source}</pre>
          </label>
        ))}
        <label className="jp-KaptainRegistry-remove">
          <input
            type="checkbox"
            onChange={event => {
              this._removeOthers = event.target.checked;
            }}
          />
          {trans.__('Remove the others (one Undo brings them back)')}
        </label>
      </fieldset>
    );
  }

  private _id: string;
  private _removeOthers = false;
}

function Comparison(props: { question: IReplaceQuestion; trans: TranslationBundle }): React.ReactElement {
  const { question, trans } = props;
  const fields = question.fields.map(field => fieldName(field, trans)).join(', ');
  return (
    <>
      <p>
        {question.byHand
          ? trans.__('The text of the Config cell was changed by hand. Replacing it drops that change.')
          : trans.__('The Config cell says something else than what was found here. It differs in: %1.', fields)}
      </p>
      <div className="jp-KaptainRegistry-comparison">
        <figure>
          <figcaption>{trans.__('In the notebook')}</figcaption>
          <pre>{question.present}</pre>
        </figure>
        <figure>
          <figcaption>{trans.__('New')}</figcaption>
          <pre>{question.proposed}</pre>
        </figure>
      </div>
    </>
  );
}

/** Asks with JupyterLab's dialogs. Leaving everything as it is comes first: it is what Enter, Escape and closing do. */
export class CellDialogs implements ICellQuestions {
  constructor(private readonly trans: TranslationBundle) {}

  async replace(question: IReplaceQuestion): Promise<boolean> {
    const { trans } = this;
    const body = ReactWidget.create(<Comparison question={question} trans={trans} />);
    body.addClass('jp-KaptainRegistry-question');
    const result = await showDialog({
      title: question.byHand
        ? trans.__('Replace the changed Config cell in %1?', shortName(question.notebook))
        : trans.__('Change the Config cell in %1?', shortName(question.notebook)),
      body,
      buttons: [this.leave(), Dialog.warnButton({ label: trans.__('Replace') })],
      defaultButton: 0
    });
    return result.button.accept;
  }

  async choose(
    notebook: string,
    cells: readonly IConfigCell[]
  ): Promise<{ cell: IConfigCell; removeOthers: boolean } | null> {
    const { trans } = this;
    const result = await showDialog({
      title: trans.__('%1 has %2 Config cells', shortName(notebook), cells.length),
      body: new CopyChoice(cells, trans),
      buttons: [this.leave(), Dialog.okButton({ label: trans.__('Keep this one') })],
      defaultButton: 0
    });
    const cell = cells.find(item => item.id === result.value?.id);
    return result.button.accept && result.value !== null && cell !== undefined
      ? { cell, removeOthers: result.value.removeOthers }
      : null;
  }

  async model(registry: string, notebook: string, present: ModelValues | undefined): Promise<ModelValues | null> {
    const { trans } = this;
    let typed = ModelForm.first(registry, notebook, present);
    let fault: CellError | null = null;
    for (;;) {
      const result = await showDialog({
        title: trans.__('Config cell with Model'),
        body: new ModelForm({ registry, typed, fault, trans }),
        buttons: [
          Dialog.cancelButton({ label: trans.__('Cancel') }),
          Dialog.okButton({ label: trans.__('Write the cell') })
        ],
        focusNodeSelector: 'input'
      });
      if (!result.button.accept || result.value === null) {
        return null;
      }
      typed = result.value;
      try {
        return modelValues(registry, ModelForm.request(typed));
      } catch (error) {
        if (!(error instanceof CellError)) {
          throw error;
        }
        fault = error;
      }
    }
  }

  private leave(): Dialog.IButton {
    return Dialog.cancelButton({ label: this.trans.__('Leave it') });
  }
}
