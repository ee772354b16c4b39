import { Dialog } from '@jupyterlab/apputils';
import { nullTranslator } from '@jupyterlab/translation';
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { modelValues, renderCell, type CellValues } from '../../common/cell.ts';
import type { IConfigCell } from './find.ts';
import { CellDialogs } from './questions.tsx';

const questions = new CellDialogs(nullTranslator.load('test'));
const REGISTRY = 'my.private.registry:5000';
const values: CellValues = { registry: REGISTRY, caFile: { need: 'default' }, dockerConfig: { need: 'default' } };

afterEach(() => {
  Dialog.flush();
});

/** Lets everything happen that is due: Lumino's messages, React's drawing. */
function settle(change: () => unknown = () => undefined): Promise<void> {
  return act(async () => {
    change();
    await new Promise(resolve => setTimeout(resolve, 0));
    await Dialog.tracker.find(() => true)?.ready;
  });
}

/** The dialog that is open, once its content is drawn and its focus set. */
async function opened(): Promise<HTMLElement> {
  await settle();
  return expectPresent(document.querySelector<HTMLElement>('.jp-Dialog'));
}

function expectPresent<T>(value: T | null | undefined): T {
  expect(value).not.toBeNull();
  expect(value).toBeDefined();
  return value as T;
}

function press(dialog: HTMLElement, label: string): Promise<void> {
  const buttons = [...dialog.querySelectorAll('button')];
  const wanted = expectPresent(buttons.find(button => button.textContent === label));
  return settle(() => wanted.click());
}

async function type(dialog: HTMLElement, label: string, text: string): Promise<void> {
  const field = expectPresent(
    [...dialog.querySelectorAll('label')].find(item => item.firstChild?.textContent === label)
  );
  const input = expectPresent(field.querySelector<HTMLInputElement | HTMLSelectElement>('input, select'));
  const prototype = input instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  await settle(() => {
    // React watches the property, so the prototype's setter is the one that counts as typing.
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event(input instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  });
}

describe('before a cell is replaced', () => {
  const question = {
    notebook: 'mnist.ipynb',
    byHand: true,
    fields: [],
    present: '<b>mine</b>',
    proposed: renderCell(values)
  };

  it('both texts are shown as text', async () => {
    const answer = questions.replace(question);
    const dialog = await opened();
    expect([...dialog.querySelectorAll('pre')].map(item => item.textContent)).toEqual([
      '<b>mine</b>',
      renderCell(values)
    ]);
    expect(dialog.textContent).toContain('changed by hand');
    await press(dialog, 'Replace');
    expect(await answer).toBe(true);
  });

  it.each(['Enter', 'Escape', 'Leave it'])('%s leaves it', async way => {
    const answer = questions.replace({ ...question, byHand: false, fields: ['registry', 'caFile'] });
    const dialog = await opened();
    expect(dialog.textContent).toContain('registry, CA file');
    if (way === 'Leave it') {
      await press(dialog, way);
    } else {
      await settle(() => dialog.dispatchEvent(new KeyboardEvent('keydown', { key: way, bubbles: true })));
    }
    expect(await answer).toBe(false);
  });
});

describe('with several cells', () => {
  const cells: IConfigCell[] = ['a', 'b'].map((id, index) => ({
    index: index * 4,
    id,
    source: `# ${id}`,
    values,
    editable: true,
    deletable: true
  }));

  it('one is chosen, the others go only when asked to', async () => {
    const answer = questions.choose('mnist.ipynb', cells);
    const dialog = await opened();
    expect([...dialog.querySelectorAll('pre')].map(item => item.textContent)).toEqual(['# a', '# b']);
    expect([...dialog.querySelectorAll('label span')].map(item => item.textContent)).toEqual(['Cell 1', 'Cell 5']);
    await settle(() => dialog.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click());
    await press(dialog, 'Keep this one');
    expect(await answer).toEqual({ cell: cells[1], removeOthers: false });
  });

  it('the others go when asked to', async () => {
    const answer = questions.choose('mnist.ipynb', cells);
    const dialog = await opened();
    await settle(() => dialog.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
    await press(dialog, 'Keep this one');
    expect(await answer).toEqual({ cell: cells[0], removeOthers: true });
  });

  it('all are left by default', async () => {
    const answer = questions.choose('mnist.ipynb', cells);
    await press(await opened(), 'Leave it');
    expect(await answer).toBeNull();
  });
});

describe('for the Model part', () => {
  it('image and base image are asked for until they are right', async () => {
    const answer = questions.model(REGISTRY, 'My MNIST.ipynb', undefined);
    let dialog = await opened();
    expect(dialog.querySelector('[role=alert]')).toBeNull();
    await press(dialog, 'Write the cell');

    dialog = await opened();
    expect(dialog.querySelector('[role=alert]')?.textContent).toContain('name of the image to build');
    await type(dialog, 'Image to build', `${REGISTRY}/team/mnist:1`);
    await press(dialog, 'Write the cell');

    dialog = await opened();
    expect(dialog.querySelector('[role=alert]')?.textContent).toContain('base_image');
    await type(dialog, 'Base image', 'mesosphere/kubeflow:2.2.0-tensorflow-2.8.0');
    expect(dialog.textContent).toContain('this means Docker Hub');
    await type(dialog, 'Kaptain SDK', '0.4');
    await type(dialog, 'Framework', 'pytorch');
    await type(dialog, 'Framework version', '1.9');
    await press(dialog, 'Write the cell');

    expect(await answer).toEqual({
      sdk: '0.4',
      id: 'dev/my-mnist',
      name: 'My MNIST',
      description: 'My MNIST',
      version: '0.0.1',
      framework: 'pytorch',
      frameworkVersion: '1.9',
      mainFile: 'trainer.py',
      imageName: `${REGISTRY}/team/mnist:1`,
      baseImage: 'mesosphere/kubeflow:2.2.0-tensorflow-2.8.0'
    });
  });

  it('the present model is offered, and cancelling changes nothing', async () => {
    const present = modelValues(REGISTRY, {
      image: 'team/mnist:1',
      baseImage: `${REGISTRY}/base:1`,
      mainFile: 'mine.py'
    });
    const answer = questions.model(REGISTRY, 'mnist.ipynb', present);
    const dialog = await opened();
    expect([...dialog.querySelectorAll('input')].map(input => input.value)).toContain('mine.py');
    await press(dialog, 'Cancel');
    expect(await answer).toBeNull();
  });
});
