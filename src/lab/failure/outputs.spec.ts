import type { IOutput } from '@jupyterlab/nbformat';
import { describe, expect, it } from 'vitest';
import { hasError, hasSigns, outputText, type IOutputs } from './outputs.ts';
import { outputsOf } from './testing.ts';

const stream: IOutput = { output_type: 'stream', name: 'stdout', text: ['one\n', 'two\n'] };
const error: IOutput = { output_type: 'error', ename: 'SSLError', evalue: 'no', traceback: ['line 1', 'line 2'] };

describe('outputs of a cell', () => {
  it('are one text, in order, of every kind', () => {
    const shown: IOutput = {
      output_type: 'display_data',
      data: { 'text/plain': 'plain', 'text/html': '<b>' },
      metadata: {}
    };
    const result: IOutput = {
      output_type: 'execute_result',
      execution_count: 1,
      data: { 'text/plain': ['a', 'b'] },
      metadata: {}
    };
    expect(outputText(outputsOf([stream, shown, result, error]))).toBe('one\ntwo\n\nplain\nab\nline 1\nline 2');
  });

  it('say the error where a saved notebook has no traceback', () => {
    expect(outputText(outputsOf([{ ...error, traceback: [] }]))).toBe('SSLError: no');
  });

  it('of a damaged notebook are read as far as they go', () => {
    const broken = [
      { output_type: 'stream', text: 5 },
      { output_type: 'error' },
      { output_type: 'display_data', data: null },
      {}
    ];
    expect(outputText(outputsOf(broken as unknown as IOutput[])).trim()).toBe(':');
  });

  it('keep beginning and end of a text that is too long', () => {
    const text = outputText(outputsOf([{ ...stream, text: `first${'x'.repeat(9_000_000)}last` }]));
    expect(text.length).toBeLessThan(8_100_000);
    expect(text.startsWith('first') && text.endsWith('last')).toBe(true);
  });

  it('tell an error by its kind, without reading the texts', () => {
    const unread: IOutputs = {
      length: 2,
      get: index => ({
        type: index === 0 ? 'stream' : 'error',
        toJSON: () => {
          throw new Error('read');
        }
      })
    };
    expect(hasError(unread)).toBe(true);
    expect(hasError(outputsOf([stream]))).toBe(false);
  });

  it('are looked at closely for signs of a registry alone', () => {
    expect(hasSigns('x509: certificate signed by unknown authority')).toBe(true);
    expect(hasSigns('epoch 1/10 loss 0.3')).toBe(false);
  });
});
