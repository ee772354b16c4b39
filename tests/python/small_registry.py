"""A registry of a few lines: HTTPS with a CA of its own, one login, everything in memory."""

import base64
import datetime
import hashlib
import http.server
import ipaddress
import ssl
import tempfile
import threading
from contextlib import contextmanager

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER = "kaptain"
PASSWORD = "canary-9f2c-password"


def make_ca(name):
    """A self-signed CA: its key and its certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    return key, _sign(name, key, name, key, ca=True)


def _sign(subject, subject_key, issuer, issuer_key, ca):
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(subject_key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(subject_key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    if ca:
        usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
        builder = builder.add_extension(usage, critical=True)
    else:
        address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
        builder = builder.add_extension(x509.SubjectAlternativeName([address]), critical=False)
    return builder.sign(issuer_key, hashes.SHA256())


def pem(certificate):
    """PEM text of a certificate."""
    return certificate.public_bytes(serialization.Encoding.PEM).decode("ascii")


class _Handler(http.server.BaseHTTPRequestHandler):
    """The distribution API as far as a push and a look-up need it."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_args):
        """Says nothing."""

    def _answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _body(self):
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b""
        while True:
            size = int(self.rfile.readline(), 16)
            body += self.rfile.read(size)
            self.rfile.readline()
            if size == 0:
                return body

    def _handle(self):
        body = self._body()
        store = self.server.store
        expected = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if self.headers.get("Authorization") != expected:
            self.server.refused += 1
            return self._answer(401, WWW_Authenticate='Basic realm="test"')
        path, _, query = self.path.partition("?")
        if self.command == "POST" and path.endswith("/blobs/uploads/"):
            return self._answer(202, Location=f"https://{self.headers['Host']}{path}1")
        if self.command == "PUT" and "/blobs/uploads/" in path:
            digest = "sha256:" + hashlib.sha256(body).hexdigest()
            if f"digest={digest.replace(':', '%3A')}" not in query:
                return self._answer(400)
            store[path.split("/uploads/")[0] + "/" + digest] = body
            return self._answer(201)
        if self.command == "PUT" and "/manifests/" in path:
            store[path] = body
            return self._answer(201)
        if path in store:
            digest = "sha256:" + hashlib.sha256(store[path]).hexdigest()
            return self._answer(200, store[path], Docker_Content_Digest=digest)
        return self._answer(404)

    do_GET = do_HEAD = do_POST = do_PUT = _handle  # noqa: N815


@contextmanager
def serving():
    """A running registry: ``host``, ``ca`` (PEM), ``store`` (path -> body), ``refused`` (count of 401)."""
    ca_key, ca = make_ca("Test CA")
    key = ec.generate_private_key(ec.SECP256R1())
    leaf = _sign("registry", key, "Test CA", ca_key, ca=False)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with _temporary_pair(key, leaf) as pair:
        context.load_cert_chain(pair)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_args: None
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.store, server.refused = {}, 0
    server.host, server.ca = f"127.0.0.1:{server.server_port}", pem(ca)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def _temporary_pair(key, certificate):
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as file:
        private = serialization.PrivateFormat.PKCS8
        file.write(key.private_bytes(serialization.Encoding.PEM, private, serialization.NoEncryption()).decode("ascii"))
        file.write(pem(certificate))
        file.flush()
        yield file.name
