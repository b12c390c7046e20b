"""Holds thousands of connections open, some idle and some dripping, and asks meanwhile as others do.

    drip.py PORT IDLE SLOW

It exits with 0 if every honest request is answered, no idle connection was closed for it, and each
dripping one is closed in the end.
"""
import resource
import select
import socket
import sys
import time

port, idle, slow = map(int, sys.argv[1:4])
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def connect(text=b""):
    line = socket.create_connection(("127.0.0.1", port), timeout=60)
    line.sendall(text)
    return line


def drip(line):
    """Sends one octet more; whether the line is still open."""
    line.setblocking(False)
    try:
        line.send(b"a")
        return bool(line.recv(1000))
    except BlockingIOError:
        return True
    except (BrokenPipeError, ConnectionResetError):
        return False


still = [connect() for _ in range(idle)]
dripping = [connect(b"GET / HTTP/1.1\r\nHo")] + [
    connect(b"POST /u/x HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n")
    for _ in range(slow - 1)]
for _ in range(10):
    began = time.monotonic()
    honest = connect(b"GET /ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert honest.recv(100).startswith(b"HTTP/1.1 200"), "an honest request is not answered"
    print(f"answered after {time.monotonic() - began:.3f} s")
watch = select.poll()
for line in still:
    watch.register(line, select.POLLIN)
closed = len(watch.poll(0))
assert closed == 0, f"{closed} of {idle} idle connections were closed too early"
for _ in range(300):
    dripping = [line for line in dripping if drip(line)]
    if not dripping:
        break
    time.sleep(0.2)
assert not dripping, f"{len(dripping)} of {slow} dripping connections are still open"
