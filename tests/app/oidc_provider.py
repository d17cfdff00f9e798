"""A login service of our own: OpenID Connect over HTTP, with signed tokens, for people that are invented."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = "klankbord"
CLIENT_SECRET = "geheim-van-de-proef"
Claims = Mapping[str, object]


class Provider(ThreadingHTTPServer):
    """What the service knows: its key, its people, and the codes that it gave out and that were not used yet."""

    daemon_threads = True

    def __init__(self, people: Mapping[str, Claims], redirect: str) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.address = f"http://127.0.0.1:{self.server_address[1]}"
        self.people = people
        self.redirect = redirect
        self.key = RSAKey.generate_key(2048, {"kid": "proef", "use": "sig", "alg": "RS256"})
        self.codes: dict[str, dict[str, str]] = {}
        self.issued_ago = 0
        """Seconds; raise it to hand out logins that are old already."""

    def token(self, account: str, nonce: str) -> str:
        """The signed statement of who this is."""
        now = int(time.time())
        about = {"iss": self.address, "aud": CLIENT, "sub": f"sub-{account}", "nonce": nonce}
        times = {"iat": now - self.issued_ago, "exp": now + 3600}
        claims = about | times | {"preferred_username": account} | dict(self.people[account])
        return jwt.encode({"alg": "RS256", "kid": "proef"}, claims, self.key)


@contextmanager
def providing(people: Mapping[str, Claims], redirect: str) -> Iterator[Provider]:
    """A login service that runs."""
    provider = Provider(people, redirect)
    thread = threading.Thread(target=provider.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        provider.shutdown()
        provider.server_close()
        thread.join(5)


class Answer(BaseHTTPRequestHandler):
    """One request."""

    server: Provider

    def do_GET(self) -> None:
        path, query = self._asked()
        match path:
            case "/.well-known/openid-configuration":
                self._json(self._discovery())
            case "/jwks":
                self._json({"keys": [self.server.key.as_dict(private=False)]})
            case "/authorize":
                self._choose(query)
            case "/chosen":
                self._back(query)
            case "/logout":
                self._to(query["post_logout_redirect_uri"])
            case "/favicon.ico":
                self._send(b"", "image/x-icon")
            case _:
                self.send_error(404)

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        given = {name: value[0] for name, value in parse_qs(self.rfile.read(length).decode()).items()}
        known = self.server.codes.pop(given.get("code", ""), None)  # a code works once
        login = base64.b64encode(f"{CLIENT}:{CLIENT_SECRET}".encode()).decode()
        challenge = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(challenge).decode().rstrip("=")
        if (
            known is None
            or self.headers["Authorization"] != f"Basic {login}"
            or known["code_challenge"] != proof
        ):
            self._json({"error": "invalid_grant"}, 400)
            return
        token = self.server.token(known["account"], known["nonce"])
        self._json(
            {
                "access_token": secrets.token_hex(8),
                "token_type": "Bearer",
                "expires_in": 3600,
                "id_token": token,
            }
        )

    def _discovery(self) -> dict[str, object]:
        at = self.server.address
        return {
            "issuer": at,
            "authorization_endpoint": f"{at}/authorize",
            "token_endpoint": f"{at}/token",
            "jwks_uri": f"{at}/jwks",
            "end_session_endpoint": f"{at}/logout",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            "code_challenge_methods_supported": ["S256"],
        }

    def _choose(self, query: dict[str, str]) -> None:
        right = query["client_id"] == CLIENT and query["redirect_uri"] == self.server.redirect
        if not right or query["code_challenge_method"] != "S256":
            self.send_error(400)
            return
        links = "".join(
            f"<p><a href='/chosen?account={quote(account)}&amp;{urlencode(query).replace('&', '&amp;')}'>{account}</a></p>"
            for account in self.server.people
        )
        self._send(
            f"<!doctype html><title>Aanmelden</title><h1>Wie bent u?</h1>{links}".encode(), "text/html"
        )

    def _back(self, query: dict[str, str]) -> None:
        code = secrets.token_urlsafe(16)
        self.server.codes[code] = query
        self._to(f"{self.server.redirect}?{urlencode({'code': code, 'state': query['state']})}")

    def _asked(self) -> tuple[str, dict[str, str]]:
        parts = urlsplit(self.path)
        return parts.path, {name: value[0] for name, value in parse_qs(parts.query).items()}

    def _to(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def _json(self, value: object, status: int = 200) -> None:
        self._send(json.dumps(value).encode(), "application/json", status)

    def _send(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing in the output of tests."""
