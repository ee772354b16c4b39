// Renders cells for the Python tests: JSON on standard input, a list of values; JSON on standard output, a list of sources.
import { renderCell } from '../../src/common/cell.ts';

let text = '';
for await (const chunk of process.stdin.setEncoding('utf8')) {
  text += chunk;
}
process.stdout.write(JSON.stringify(JSON.parse(text).map(renderCell)));
