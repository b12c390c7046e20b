"""A receiver of webhooks that checks signatures by code of its own.

    hook.py LOG SECRETFILE [STATUS ...]

It prints the port that it listens on, on 127.0.0.1. It answers the first requests with the statuses
given and those after them with 200, and writes a line of JSON for each request to LOG: what it
answered, whether the signature is right (Standard Webhooks: HMAC-SHA256 over id.timestamp.body, under
what the secret's base 64 stands for), webhook-id and body.
"""
import base64
import hashlib
import hmac
import json
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

LOG = open(sys.argv[1], "a", buffering=1)
STATUSES = [int(word) for word in sys.argv[3:]]


def is_right(headers, body):
    secret = open(sys.argv[2]).read().strip()
    key = base64.b64decode(secret.removeprefix("whsec_"))
    name, moment = headers["webhook-id"], headers["webhook-timestamp"]
    seal = hmac.new(key, f"{name}.{moment}.".encode() + body, hashlib.sha256).digest()
    said = [part.split(",", 1) for part in headers["webhook-signature"].split(" ")]
    return ["v1", base64.b64encode(seal).decode()] in said and abs(time.time() - int(moment)) < 300


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = STATUSES.pop(0) if STATUSES else 200
        LOG.write(json.dumps({
            "status": status, "right": is_right(self.headers, body),
            "id": self.headers["webhook-id"], "body": json.loads(body),
        }) + "\n")
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Receiver)
print(server.server_port, flush=True)
server.serve_forever()
