"""A Jupyter server of its own process, started as Kubeflow starts it, and a client that behaves like the page."""

from __future__ import annotations

import http.client
import json
import os
import re
import select
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

import psutil
from environments import Environment

BASE_URL = "/notebook/ns/name"

#: The flags of Kubeflow's example notebook images, with a port of the test's own.
KUBEFLOW = (
    "--ServerApp.token=",
    "--ServerApp.password=",
    "--ServerApp.allow_origin=*",
    "--ServerApp.allow_remote_access=True",
    "--ServerApp.authenticate_prometheus=False",
    f"--ServerApp.base_url={BASE_URL}",
    "--no-browser",
    "--allow-root",
)

#: Seconds after which a server that does not start or end is given up.
PATIENCE = 60.0


def _program(process: psutil.Process) -> str:
    """Return the name of a process's program; empty when it has just ended, as the Python of a run does with it."""
    try:
        return os.path.basename(process.exe())
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return ""


class LiveServer:
    """A running JupyterLab. Use it in a ``with`` statement."""

    def __init__(self, lab: Environment, home: Path, *flags: str) -> None:
        """Start it.

        :param home: its HOME and working folder
        :param flags: more flags of the command line
        """
        self._lines: list[str] = []
        self._ready = threading.Event()
        self.port = 0
        self._process = subprocess.Popen(
            [str(lab.bin / "jupyter-lab"), *KUBEFLOW, "--ip=127.0.0.1", "--port=18888", *flags],
            env=lab.variables(home),
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def __enter__(self) -> LiveServer:
        if not self._ready.wait(PATIENCE) or self.port == 0 or not self._accepts():
            self.end(signal.SIGKILL)
            raise AssertionError(f"JupyterLab did not start:\n{self.log}")
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    @property
    def log(self) -> str:
        """What the server has said so far."""
        return "".join(self._lines)

    def helpers(self) -> list[psutil.Process]:
        """The processes that the server started and that are no kernels."""
        children = psutil.Process(self._process.pid).children(recursive=True)
        return [process for process in children if _program(process) == "node"]

    def end(self, number: signal.Signals = signal.SIGTERM) -> None:
        """End the server by a signal and wait until it is gone; anything that is left of it is ended too."""
        if self._process.poll() is None:
            self._process.send_signal(number)
        try:
            self._process.wait(PATIENCE)
        finally:
            if self._process.poll() is None:
                self._process.kill()
                self._process.wait()
            self._reader.join(PATIENCE)

    def request(
        self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """Send one request, without cookies or anything else that was not asked for.

        :param path: below the base URL
        :param body: object that is sent as JSON
        """
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            data = None if body is None else json.dumps(body).encode()
            connection.request(method, f"{BASE_URL}/{path}", data, headers or {})
            response = connection.getresponse()
            return response.status, dict(response.headers.items()), response.read()
        finally:
            connection.close()

    def page(self) -> tuple[str, dict[str, str]]:
        """Load JupyterLab's page; return its text and the headers that a request of that page carries."""
        status, headers, text = self.request("GET", "lab")
        assert status == 200
        cookie = re.search(r"_xsrf=([^;]+);.*?Path=([^;,]+)", headers["Set-Cookie"])
        assert cookie is not None
        assert cookie[2] == f"{BASE_URL}/"
        return text.decode(), {
            "Cookie": f"_xsrf={cookie[1]}",
            "X-XSRFToken": cookie[1],
            "Content-Type": "application/json",
        }

    def run(self, **body: object) -> list[dict]:
        """Run the checks as the panel does; return the events."""
        _, headers = self.page()
        status, _, answer = self.request("POST", "kaptain-registry/run", {"protocol": 1, **body}, headers)
        assert status == 200, answer
        return [json.loads(line) for line in answer.decode().splitlines()]

    def _accepts(self) -> bool:
        """Wait for the port: the server tells its address a moment before it listens there."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except ConnectionRefusedError:
                select.select([], [], [], 0.01)
            else:
                return True
        return False

    def _read(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self._lines.append(line)
            place = re.search(rf"http://127\.0\.0\.1:(\d+){BASE_URL}/lab", line)
            if place is not None:
                self.port = int(place[1])
                self._ready.set()
        self._ready.set()
