/**
 * One owner for each part, across processes. The lock is the kernel's (flock) on an open file that the programs which
 * make the part share: it lasts until the last of them has ended, also when this process was killed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { MissingPart } from './missing.mjs';

/** Status of `flock --nonblock` when another process holds the lock; any number that flock itself does not use. */
const TAKEN = 75;

/**
 * @typedef {object} Lock
 * @property {number} fd to hand to each program that helps to make the part
 * @property {() => void} release
 */

/**
 * @param {string} path of the lock's file; it stays
 * @param {() => void} onWait told when another process has the lock
 * @returns {Promise<Lock>}
 * @throws {MissingPart} where the program flock (util-linux) is missing
 */
export async function takeLock(path, onWait) {
  mkdirSync(dirname(path), { recursive: true });
  const fd = openSync(path, 'a');
  const release = () => closeSync(fd);
  const tried = spawnSync('flock', ['--nonblock', '--conflict-exit-code', String(TAKEN), '3'], {
    stdio: ['ignore', 'ignore', 'inherit', fd]
  });
  if (tried.status === TAKEN) {
    onWait();
    const waiting = spawn('flock', ['3'], { stdio: ['ignore', 'ignore', 'inherit', fd] });
    const status = await new Promise(end => waiting.once('error', () => end(null)).once('close', end));
    if (status === 0) {
      return { fd, release };
    }
  } else if (tried.status === 0) {
    return { fd, release };
  }
  release();
  throw new MissingPart('The program "flock" is missing: install the package util-linux.');
}
