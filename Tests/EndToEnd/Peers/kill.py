"""Kills a sender again and again, at points that chance chooses.

    kill.py LOG KILLS COMMAND …

It starts COMMAND, waits until a few more mails stand in LOG, a moment longer, and kills it with
SIGKILL; KILLS times, or until nothing is left to send. Each time the clock (CONVENE_NOW) stands ten
minutes later, so that what is to be sent again is due. It prints how often it killed.
"""
import datetime
import os
import random
import signal
import subprocess
import sys
import time

log, kills, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
chance = random.Random(2011)
clock = datetime.datetime(2011, 9, 2, 8, 0)
killed = 0
while killed < kills:
    clock += datetime.timedelta(minutes=10)
    environment = dict(os.environ, CONVENE_NOW=clock.strftime("%Y-%m-%dT%H:%M:%SZ"))
    # A line of the log is about eighty characters.
    enough = os.path.getsize(log) + chance.randrange(0, 5) * 80
    sender = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while os.path.getsize(log) <= enough and sender.poll() is None:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.015))
    if sender.poll() is not None:
        break
    sender.send_signal(signal.SIGKILL)
    sender.wait()
    killed += 1
print(killed)
