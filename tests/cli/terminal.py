"""Runs a program on a terminal of its own: standard input is typed, what is shown goes to standard output."""

import os
import pty
import selectors
import sys

pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])

chosen = selectors.DefaultSelector()
chosen.register(terminal, selectors.EVENT_READ)
chosen.register(0, selectors.EVENT_READ)
running = True
while running:
    for key, _ in chosen.select():
        try:
            data = os.read(key.fd, 65536)
        except OSError:  # the program has ended
            data = b""
        if key.fd == terminal:
            os.write(1, data)
            running = running and data != b""
        elif data:
            os.write(terminal, data)
        else:
            chosen.unregister(0)
_, status = os.waitpid(pid, 0)
sys.exit(os.waitstatus_to_exitcode(status) % 256)
