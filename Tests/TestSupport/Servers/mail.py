"""Mail servers that keep what they are given, and some that give trouble.

    mail.py FOLDER-OF-CERTIFICATES FOLDER-FOR-MAILS

It prints its ports as one line of JSON and ends with its standard input. A mail is kept under the name
of each of its recipients, its envelope beside it.
"""
import asyncio, json, os, socket, ssl, sys, threading, time, warnings

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

warnings.simplefilter("ignore")
certificates, kept = sys.argv[1:3]
USER, PASSWORD = b"trader", "pä ss:w0rd€".encode()


class Keeper:
    async def handle_QUIT(self, server, session, envelope):
        if getattr(session, "stays", False):
            await asyncio.sleep(30)
        return "221 bye"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 no such mailbox"
        if address.startswith("later@"):
            return "451 come back later"
        envelope.rcpt_tos.append(address)
        return "250 fine"

    async def handle_DATA(self, server, session, envelope):
        session.stays = any(a.startswith("staying@") for a in envelope.rcpt_tos)
        if any(address.startswith("spam@") for address in envelope.rcpt_tos):
            return "554 not this"
        facts = {"from": envelope.mail_from, "to": envelope.rcpt_tos,
                 "tls": session.ssl is not None, "login": session.authenticated}
        for address in envelope.rcpt_tos:
            with open(f"{kept}/{address}.json", "w") as file:
                json.dump(facts, file)
            with open(f"{kept}/{address}.eml", "wb") as file:
                file.write(envelope.original_content)
        return "250 kept"


def allow(server, session, envelope, mechanism, data):
    return AuthResult(
        success=(data.login, data.password) == (USER, PASSWORD), handled=False)


def hang(server, session, envelope, mechanism, data):
    # Said to be handled, but no answer was given: the client waits.
    return AuthResult(success=False, handled=True)


def tire(server, session, envelope, mechanism, data):
    return AuthResult(success=False, handled=False, message="454 not now")


def context(name):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(f"{certificates}/{name}.pem", f"{certificates}/{name}.key")
    return made


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


controllers = []


def start(**options):
    port = free_port()
    controller = Controller(Keeper(), hostname="127.0.0.1", port=port, **options)
    controller.start()
    controllers.append(controller)
    return port


def script(*lines):
    """A server that says the lines in turn, whatever it hears, and then is silent or gone."""
    listener = socket.create_server(("127.0.0.1", 0))

    def talk(sock):
        try:
            for line in lines:
                if line is None:
                    time.sleep(30)
                sock.sendall(line.encode())
                sock.recv(65536)
        except OSError:
            pass
        finally:
            sock.close()

    def accept():
        while True:
            threading.Thread(target=talk, args=(listener.accept()[0],), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    return listener.getsockname()[1]


login = {"require_starttls": True, "auth_required": True, "auth_require_tls": True}
ports = {
    "good": start(tls_context=context("good"), authenticator=allow, **login),
    "implicit": start(
        ssl_context=context("good"), auth_required=True, auth_require_tls=False,
        authenticator=allow),
    "plain": start(),
    "unknown": start(tls_context=context("unknown"), authenticator=allow, **login),
    "other-host": start(tls_context=context("other-host"), authenticator=allow, **login),
    "hangs": start(tls_context=context("good"), authenticator=hang, **login),
    "no-login": start(
        tls_context=context("good"), require_starttls=True,
        auth_exclude_mechanism=["LOGIN", "PLAIN"]),
    "tired": start(tls_context=context("good"), authenticator=tire, **login),
    "silent": script(None),
    "web": script("HTTP/1.1 400 Bad Request\r\n\r\n"),
    "busy": script("421 too busy\r\n"),
    "gone": script("220 hello\r\n"),
    # It promises STARTTLS and then will not.
    "breaks-its-word": script(
        "220 hello\r\n", "250-here\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n", "454 not now\r\n"),
}
print(json.dumps(ports), flush=True)
sys.stdin.buffer.read()
os._exit(0)
