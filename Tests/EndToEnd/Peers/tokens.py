"""Vouches for one token of the user workshops (RFC 7662): tokens.py TOKEN. It prints its port."""
import http.server
import json
import sys
import urllib.parse


class Authority(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        known = query.get("token") == [sys.argv[1]]
        body = json.dumps({"active": "true", "username": "workshops"} if known else {"active": "false"})
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *words):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Authority)
print(server.server_port, flush=True)
server.serve_forever()
