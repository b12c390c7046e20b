"""Prints a port of which the next one is free as well."""
import socket

while True:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
        try:
            other.bind(("127.0.0.1", port + 1))
        except OSError:
            continue
        print(port)
        break
