/**
 * `npm run gauntlet [-- --peers] [FILTER]`: plays every scenario and prints a table and a score. With `--peers` the real
 * programs play them, too, in a network of its own where nothing but the loopback address exists.
 */
import { parseArgs } from 'node:util';
import { faultsOf, firstText, isNamed, standingOf } from './judge.ts';
import { inNamespace } from './peers/inside.ts';
import { startNameServer } from './peers/names.ts';
import { peers, type Peer } from './peers/peers.ts';
import { play, type Situation } from './play.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';

const { values, positionals } = parseArgs({
  options: { peers: { type: 'boolean' }, inside: { type: 'boolean' }, markdown: { type: 'boolean' } },
  allowPositionals: true
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Row {
  name: string;
  scenario: Scenario;
  told: string;
  faults: string[];
  named: boolean;
  /** By peer: whether it got the image, and whether it named the cause. */
  peers: Map<string, { worked: boolean; named: boolean }>;
  /** Consumers whose verdict a peer refuted. */
  refuted: string[];
}

function sdkOnly({ consumers }: Scenario): Scenario['consumers'] {
  return consumers?.sdk === undefined ? {} : { sdk: consumers.sdk };
}

async function playOne(name: string, scenario: Scenario, programs: readonly Peer[]): Promise<Row> {
  const results: Row['peers'] = new Map();
  const runPeers = async ({ at, home, environment }: Situation): Promise<void> => {
    const { ask } = scenario;
    const [asked = at.host] = typeof ask === 'function' ? ask(at) : (ask ?? []);
    for (const peer of scenario.peers === false ? [] : programs) {
      const result = await peer.run(asked, home, environment);
      results.set(peer.name, {
        worked: peer.got(result),
        named: result.status !== 0 && isNamed(scenario, result.text)
      });
    }
  };
  // crane is a Go of today: its verdict is compared with that of the builder of today.
  const builder = programs.length > 0 ? { builder: 'kaniko-current' } : {};
  const played = await play(scenario, { whileRunning: runPeers, options: builder });
  const { report } = played.result;
  const refuted = programs.flatMap(({ name: program, consumer }) => {
    const result = results.get(program);
    const verdict = consumer === null ? undefined : report.registries[0]?.consumers[consumer];
    return result === undefined ||
      verdict === undefined ||
      verdict === 'unknown' ||
      (verdict === 'ok') === result.worked
      ? []
      : [`${consumer}: we say ${verdict}, ${program} ${result.worked ? 'works' : 'fails'}`];
  });
  // The verdicts of a scenario are those of the default builder.
  const judged = programs.length > 0 ? { ...scenario, consumers: sdkOnly(scenario) } : scenario;
  return {
    name,
    scenario,
    told: (standingOf(report)[0] ?? report.findings[0])?.code ?? 'silent',
    faults: faultsOf(judged, played),
    named: scenario.first !== null && isNamed(scenario, firstText(report)),
    peers: results,
    refuted
  };
}

function print(rows: readonly Row[], programs: readonly Peer[]): void {
  const width = Math.max(...rows.map(row => row.name.length));
  for (const row of rows) {
    const sign = row.faults.length + row.refuted.length === 0 ? '✓' : '✕';
    const cells = programs.map(({ name }) => {
      const result = row.peers.get(name);
      return `${name} ${result === undefined ? 'not run' : result.worked ? 'works' : result.named ? 'names it' : 'fails'}`;
    });
    console.log(`${sign} ${row.name.padEnd(width)}  ${row.told.padEnd(10)}  ${cells.join(' · ')}`.trimEnd());
    const unnamed = row.scenario.first !== null && !row.named ? ['what comes first does not name the cause'] : [];
    [...row.faults, ...row.refuted, ...unnamed].forEach(fault => console.log(`    ${fault}`));
  }
}

/** Who named the cause of the broken scenarios, and who stayed silent on the healthy ones. */
function score(rows: readonly Row[], programs: readonly Peer[]): string[][] {
  const broken = rows.filter(row => row.scenario.first !== null);
  const healthy = rows.filter(row => row.scenario.first === null);
  const ours = [
    'kaptain-registry',
    `${broken.filter(row => row.faults.length === 0 && row.named).length} of ${broken.length}`,
    `${healthy.filter(row => row.faults.length === 0).length} of ${healthy.length}`
  ];
  const theirs = programs.map(({ name, version }) => {
    const ran = (list: readonly Row[]): Row[] => list.filter(row => row.peers.has(name));
    return [
      `${name} ${version}`,
      `${ran(broken).filter(row => row.peers.get(name)?.named === true).length} of ${ran(broken).length}`,
      `${ran(healthy).filter(row => row.peers.get(name)?.worked === true).length} of ${ran(healthy).length}`
    ];
  });
  return [ours, ...theirs];
}

async function main(): Promise<number> {
  const names = values.inside === true ? await startNameServer() : null;
  const programs = values.inside === true ? await peers() : [];
  const rows: Row[] = [];
  for (const [name, scenario] of await scenarios()) {
    if (positionals.length === 0 || positionals.some(word => name.includes(word))) {
      rows.push(await playOne(name, scenario, programs));
    }
  }
  names?.close();
  if (rows.length === 0) {
    say(`No scenario's name holds ${positionals.join(' or ')}.`);
    return 2;
  }
  print(rows, programs);
  const wrong = rows.filter(row => row.faults.length > 0);
  const refuted = rows.filter(row => row.refuted.length > 0);
  console.log('');
  const lines = score(rows, programs);
  if (values.markdown === true) {
    console.log('| program | names the cause | lets healthy ones pass |\n| --- | --- | --- |');
    lines.forEach(cells => console.log(`| ${cells.join(' | ')} |`));
  } else {
    console.log('program                 names the cause   lets healthy ones pass');
    lines.forEach(([who = '', named = '', healthy = '']) =>
      console.log(`${who.padEnd(24)}${named.padEnd(18)}${healthy}`)
    );
  }
  console.log(
    `\n${rows.length} scenarios, ${wrong.length} not as they should be, ${refuted.length} verdicts refuted by a peer`
  );
  return wrong.length + refuted.length === 0 ? 0 : 1;
}

if (values.peers === true && values.inside !== true) {
  const status = inNamespace([import.meta.filename, '--inside', ...process.argv.slice(2)]);
  if (status === null) {
    say('The peers run in a network namespace of their own: the program "unshare" (util-linux) is needed.');
  }
  process.exitCode = status ?? 3;
} else {
  process.exitCode = await main();
}
