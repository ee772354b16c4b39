import type { CodeEntry } from './types.ts';

/** The notebook and its Config cell. */
export const sdk = {
  'KR-SDK-001': {
    title: 'No notebook is open',
    short: 'none open',
    severity: 'info',
    explanation: 'The Config cell is written into a notebook, and none is open.',
    fix: [{ text: 'Open a Python notebook or create one.', by: 'you' }],
    args: {},
    explainedBy: []
  },
  'KR-SDK-004': {
    title: '{notebook} is not a Python notebook',
    short: 'language is {language}',
    severity: 'info',
    explanation:
      'The Kaptain SDK is a Python package. The kernel of {notebook} speaks {language}, so no Config cell is written into it.',
    fix: [
      { text: 'Open a Python notebook, or choose a Python kernel for this one (Kernel, Change Kernel…).', by: 'you' }
    ],
    args: { notebook: 'object', language: 'object' },
    explainedBy: []
  },
  'KR-SDK-005': {
    title: 'The Kaptain SDK was not found in {python}',
    short: 'not found',
    severity: 'info',
    explanation:
      'The package kaptain is not installed in {python}, so the Config cell cannot run in it. It comes with the notebook images of Kaptain and is called d2iq-kaptain when it is installed by hand.',
    fix: [
      { text: 'In a notebook: choose a kernel that has the SDK, or an image of Kaptain.', by: 'you' },
      { text: "In a terminal: name the notebook's Python with --python.", by: 'you' }
    ],
    args: { python: 'object' },
    explainedBy: []
  },
  'KR-SDK-007': {
    title: 'No Config cell in {notebook} yet',
    short: 'none yet',
    severity: 'info',
    explanation:
      'The SDK uses a private registry only where a Config object names it. No cell that this extension wrote was found in {notebook}; code that you typed yourself is not looked at.',
    fix: [{ text: 'Insert the Config cell and run it before the Model cell.', by: 'you' }],
    args: { notebook: 'object' },
    explainedBy: []
  },
  'KR-SDK-008': {
    title: 'The Config cell in {notebook} is out of date',
    short: 'differs: {fields}',
    severity: 'warning',
    explanation:
      'The Config cell says something else than what was found here. It differs in: {fields}. In a notebook that somebody shared with you, the cell may be right for the other place.',
    fix: [
      { text: 'Update the Config cell: you see both texts before anything changes.', by: 'you' },
      { text: 'Then run the Config cell and the Model cell again.', by: 'you' }
    ],
    args: { notebook: 'object', fields: 'objects' },
    explainedBy: []
  },
  'KR-SDK-009': {
    title: 'The Config cell in {notebook} was changed by hand',
    short: 'changed by hand',
    severity: 'info',
    explanation:
      'The text of the Config cell is not the one that this extension wrote. It is left as it is unless you ask for another.',
    fix: [
      {
        text: 'If the SDK cannot use the registry: compare it with the text that this extension would write, and choose.',
        by: 'you'
      }
    ],
    args: { notebook: 'object' },
    explainedBy: []
  },
  'KR-SDK-019': {
    title: '{notebook} cannot be changed',
    short: 'read-only',
    severity: 'info',
    explanation: 'The notebook {notebook} is open for reading only, so no Config cell is written into it.',
    fix: [{ text: 'Save it under another name (File, Save Notebook As…) and open the copy.', by: 'you' }],
    args: { notebook: 'object' },
    explainedBy: [],
    variants: {
      'cell-locked': {
        title: 'The Config cell in {notebook} is locked',
        short: 'locked',
        explanation: 'The Config cell of {notebook} is marked as not editable, so it is left as it is.',
        fix: [{ text: 'Allow editing of this cell in the Property Inspector, or insert nothing.', by: 'you' }]
      }
    }
  },
  'KR-SDK-021': {
    title: '{count} Config cells in {notebook}',
    short: '{count} of them',
    severity: 'warning',
    explanation:
      'The notebook {notebook} has {count} Config cells, for example because a cell was copied. The one that runs last wins.',
    fix: [{ text: 'Keep one: "Insert config cell" asks which.', by: 'you' }],
    args: { notebook: 'object', count: 'integer' },
    explainedBy: []
  }
} as const satisfies Record<string, CodeEntry>;
