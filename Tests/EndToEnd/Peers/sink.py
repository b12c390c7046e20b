"""A mail server that counts: each mail that it takes is a line of its log.

    sink.py LOG [SECONDS [PORT]]

It prints the port that it listens on, on 127.0.0.1, and writes "RECIPIENT MESSAGE-ID" to LOG
before it says 250. With SECONDS it takes so long over each mail. Whoever is called "bad" it does
not know, and "busy" is to come back later.
"""
import asyncio
import re
import sys

LOG = open(sys.argv[1], "a", buffering=1)
PAUSE = float(sys.argv[2]) if len(sys.argv) > 2 else 0
PORT = int(sys.argv[3]) if len(sys.argv) > 3 else 0


class Talk:
    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer

    async def say(self, line):
        self.writer.write(line.encode() + b"\r\n")
        await self.writer.drain()

    async def mail(self, recipient):
        """Takes the data and notes it, before the word that the mail is taken."""
        await self.say("354 go on")
        lines = []
        while (line := await self.reader.readline()) not in (b".\r\n", b""):
            lines.append(line)
        if not line:
            return
        await asyncio.sleep(PAUSE)
        head = b"".join(lines).decode()
        name = re.search(r"(?im)^message-id:\s*(\S+)", head)
        LOG.write(f"{recipient} {name.group(1)}\n")
        await self.say("250 2.0.0 taken")

    async def run(self):
        await self.say("220 sink.example.net ESMTP")
        recipient = ""
        while line := await self.reader.readline():
            text = line.decode().strip()
            verb = text[:4].upper()
            if verb == "RCPT":
                recipient = re.search(r"<(.*)>", text).group(1)
                known = {"bad": "550 5.1.1 no such user", "busy": "451 4.2.0 come back later"}
                await self.say(known.get(recipient.split("@")[0], "250 2.1.5 ok"))
            elif verb == "DATA":
                await self.mail(recipient)
            elif verb == "QUIT":
                await self.say("221 2.0.0 bye")
                break
            else:
                await self.say("250 sink.example.net" if verb in ("EHLO", "HELO") else "250 2.0.0 ok")
        self.writer.close()


async def serve(reader, writer):
    try:
        await Talk(reader, writer).run()
    except ConnectionError:
        pass  # Whoever called was killed, which is what the tests do.


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", PORT)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
