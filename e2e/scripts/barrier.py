"""Stands between an installation and its license server, on a line of a test: a proxy that wants to know who asks, or a
TLS server that is not the license server and answers everybody with a page.

Usage: barrier.py proxy PORT | barrier.py page PORT CERTIFICATE KEY
"""

import socketserver
import ssl
import sys

PAGE = b"<html><body>Welcome. Please sign in to this network.</body></html>"


class Proxy(socketserver.StreamRequestHandler):
    def handle(self):
        while self.rfile.readline().strip():
            pass
        self.wfile.write(
            b"HTTP/1.1 407 Proxy Authentication Required\r\n"
            b'Proxy-Authenticate: Basic realm="office"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
        )


class Page(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            self.request.do_handshake()
            while self.rfile.readline().strip():
                pass
            head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
            self.wfile.write(head % len(PAGE) + PAGE)
        except (ssl.SSLError, ConnectionError):
            # Whoever asked did not believe the certificate.
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


def main():
    kind, port = sys.argv[1], int(sys.argv[2])
    server = Server(("0.0.0.0", port), Proxy if kind == "proxy" else Page)
    if kind == "page":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[3], sys.argv[4])
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.serve_forever()


main()
